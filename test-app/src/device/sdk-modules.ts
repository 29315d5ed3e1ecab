import { ZegoExpressEngine } from 'zego-express-engine-webrtc'

/** What a project may want of the SDK's modules, each of which weighs a good part of the SDK. */
export type SdkModule = 'background' | 'noise'

const load: Record<SdkModule, () => Promise<Parameters<typeof ZegoExpressEngine.use>[0]>> = {
  background: async () =>
    (await import('zego-express-engine-webrtc/background-process/index.js')).BackgroundProcess,
  noise: async () => (await import('zego-express-engine-webrtc/aidenoise/index.js')).AiDenoise,
}

/** Adds modules to the SDK: an engine has only those that were there before it. */
export async function useModules(wanted: readonly SdkModule[]): Promise<void> {
  for (const module of wanted) ZegoExpressEngine.use(await load[module]())
}
