import { Converter, ReflectionKind } from 'typedoc'

/** A plugin of typedoc that calls a page of `docs` by its heading, where typedoc takes the name of the file. */
export function headingsAsTitles(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const page of project.getReflectionsByKind(ReflectionKind.Document)) {
      const title = page.content[0]?.text.match(/^# (.+)\n/)?.[1]
      if (!title) throw new Error(`${page.name} does not begin with a heading.`)
      page.name = title
    }
  })
}
