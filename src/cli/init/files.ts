import { firstTest, type Project } from './project.ts'

/** A file that a project can do with. */
export interface Wanted {
  /** Relative to the project. */
  readonly file: string
  /** What it is for. */
  readonly why: string
  readonly text: string
}

/** Where the first test goes. */
export const testFileOf = ({ testFolder, extension }: Project) => `${testFolder}/${firstTest}${extension}`

/** The files of a project that has its first test, whether they are there already or not. */
export function filesFor(project: Project): readonly Wanted[] {
  const { configuration, extension } = project
  const configurationFile: Wanted = {
    file: `playwright.config${extension}`,
    why: 'where your app is, and how it is started',
    text: configurationText(project),
  }
  const test: Wanted = {
    file: testFileOf(project),
    why: 'a first test: what people see when they are removed from a room',
    text: testText,
  }
  return configuration ? [test] : [configurationFile, test]
}

/** The line of a configuration that says where the app is, and keeps the trace of what fails. */
export const optionsLine = ({ devServer }: Project) =>
  `use: { baseURL: '${devServer.url}', trace: 'retain-on-failure' },`

/** The line of a configuration that starts the app; none where nobody knows how. */
export const webServerLine = ({ devServer: { command, url } }: Project): string | undefined =>
  command && `webServer: { command: '${command}', url: '${url}', reuseExistingServer: true },`

function configurationText(project: Project): string {
  const lines = [
    `testDir: '${project.testFolder}',`,
    "reporter: [['list'], ['zego-fault-harness/unhandled']],",
    optionsLine(project),
    webServerLine(project),
  ]
  return `import { defineConfig } from '@playwright/test'

export default defineConfig({
${lines.flatMap((line) => (line ? `  ${line}\n` : [])).join('')}})
`
}

const testText = `import { expect, makeToken, test } from 'zego-fault-harness'

test('people learn why they were removed', async ({ page, cloud, faults, zego }) => {
  // Your app: what it asks its token service. Leave the line out if your dev server answers.
  await page.route('**/api/token*', (route) => route.fulfill({ json: { token: makeToken() } }))
  await page.goto('/')
  // Your app: how a person joins a room.
  await page.getByRole('button', { name: /join|enter|进入|加入/i }).click()
  await cloud.inRoom()

  await faults.signaling.kick('by-server')
  await expect(zego).toSurface(1002055)
  // Your app: what the person reads then.
  await expect(page.locator('body')).toContainText(/removed|kicked|移出|踢出/i)
})
`
