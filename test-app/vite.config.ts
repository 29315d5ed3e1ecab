import { createReadStream, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

/** MSW's service worker, straight from its package: only the dev server hands it out, and no copy is kept here. */
function mswWorker(): Plugin {
  const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')
  return {
    name: 'msw-worker',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/mockServiceWorker.js', (_request, response) => {
        response.setHeader('Content-Type', 'text/javascript')
        createReadStream(worker).pipe(response)
      })
    },
  }
}

/** What the SDK's background module works with, under the address that `extras.ts` gives it. */
function backgroundAssets(): Plugin {
  const module = createRequire(import.meta.url).resolve(
    'zego-express-engine-webrtc/background-process/index.js',
  )
  const folder = join(module, '../assets')
  return {
    name: 'background-assets',
    configureServer({ middlewares }) {
      for (const name of readdirSync(folder))
        middlewares.use(`/background/${name}`, (_request, response) => {
          if (name.endsWith('.wasm')) response.setHeader('Content-Type', 'application/wasm')
          createReadStream(join(folder, name)).pipe(response)
        })
    },
    generateBundle() {
      for (const name of readdirSync(folder)) {
        const source = readFileSync(join(folder, name))
        this.emitFile({ type: 'asset', fileName: `background/${name}`, source })
      }
    },
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [mswWorker(), backgroundAssets()],
  // The in-browser cloud of the dev mode lives beside this folder, in ../src.
  server: { fs: { allow: ['..'] } },
  preview: { host: '127.0.0.1', port: 0 },
  // Not those of bare.html, whose modules for single scenarios weigh more than everything else.
  optimizeDeps: { entries: ['index.html'], include: ['zego-express-engine-webrtc'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 3000,
    rolldownOptions: {
      input: ['index.html', 'bare.html', 'viewer.html'].map((page) =>
        fileURLToPath(new URL(page, import.meta.url)),
      ),
      // The SDK is most of the weight and changes least: a chunk of its own.
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'zego-sdk',
              test: /zego-express-engine-webrtc\/(?!aidenoise|background-process|copyrighted-music)/,
            },
          ],
        },
      },
      // How long a build takes on a busy machine is nothing to warn about.
      checks: { bundlerTimings: false },
    },
  },
})
