import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bold, type Terminal } from '../terminal.ts'
import { optionsLine, testFileOf, webServerLine } from './files.ts'
import { firstTest, type Project } from './project.ts'

/** What a configuration that was there before lacks. */
export function linesToAdd(project: Project): readonly string[] {
  const { configuration } = project
  if (!configuration) return []
  const lacks = (option: string) => !new RegExp(`\\b${option}\\b`).test(configuration.text)
  return [
    ...(lacks('baseURL') ? [optionsLine(project)] : []),
    ...(lacks('webServer') ? [webServerLine(project) ?? []].flat() : []),
  ]
}

/** What is left to do for a person, and the command that runs the test. */
export function nextSteps(project: Project, toAdd: readonly string[], terminal: Terminal): readonly string[] {
  const { configuration, devServer, packageManager, toInstall, otherRunner, testFolder } = project
  const file = configuration?.file ?? `playwright.config${project.extension}`
  const steps = [
    ...(toInstall.length > 0 ? [`Install: ${packageManager.add} ${toInstall.join(' ')}`] : []),
    ...(toAdd.length > 0
      ? [[`Add to ${file}, inside defineConfig({ … }):`, ...toAdd].join('\n       ')]
      : []),
    ...(devServer.isGuess ? [`Check the address ${devServer.url} in ${file}: it is a guess.`] : []),
    ...(devServer.command ? [] : [`Start your app by hand before a run, or add a webServer to ${file}.`]),
    `Fit the lines under "Your app" in ${testFileOf(project)} to your app.`,
    ...(otherRunner ? [`Keep ${testFolder}/ from ${otherRunner}, which takes *.spec.* for its own.`] : []),
    ...(ignoresResults(project.folder) ? [] : ['Add test-results/ to .gitignore: it is what a run leaves.']),
    `Run: ${packageManager.exec} playwright test ${firstTest.replace('.spec', '')}`,
  ]
  return [bold('Next', terminal), ...steps.map((step, index) => `  ${index + 1}.  ${step}`)]
}

function ignoresResults(folder: string): boolean {
  const file = join(folder, '.gitignore')
  return existsSync(file) && readFileSync(file, 'utf8').includes('test-results')
}
