import { Application, ReflectionKind } from 'typedoc'

const members = ReflectionKind.Method | ReflectionKind.Accessor | ReflectionKind.Property
const exported =
  ReflectionKind.ClassOrInterface |
  ReflectionKind.Function |
  ReflectionKind.Variable |
  ReflectionKind.TypeAlias |
  ReflectionKind.Enum

/**
 * A plugin of typedoc that warns of whatever a customer can name and nobody documents: what is exported, and the members of
 * its classes and interfaces. Typedoc's own check (`notDocumented`) also asks for every field of types without a name.
 */
export function demandDocstrings(app) {
  app.on(Application.EVENT_VALIDATE_PROJECT, (project) => {
    const silent = project
      .getReflectionsByKind(exported | members)
      .filter((each) => isNamed(each) && !isDocumented(each))
    for (const name of new Set(silent.map((each) => each.getFullName())))
      app.logger.validationWarning(`${name} has no docstring: write what it is, its unit, what it throws.`)
  })
}

function isNamed(reflection) {
  const { flags, parent, name } = reflection
  if (flags.isExternal || flags.isInherited) return false
  if (!reflection.kindOf(members)) return true
  const isNameOfError = name === 'name' && parent?.kindOf(ReflectionKind.Class)
  return Boolean(parent?.kindOf(ReflectionKind.ClassOrInterface)) && !isNameOfError
}

/** A function has its docstring on its signatures, wherever it stands. */
function isDocumented({ comment, signatures = [], getSignature, type }) {
  const functions = type?.type === 'reflection' ? (type.declaration.signatures ?? []) : []
  const all = [...signatures, ...functions, ...(getSignature ? [getSignature] : [])]
  return [comment, ...all.map((signature) => signature.comment)].some((each) => each?.hasVisibleComponent())
}
