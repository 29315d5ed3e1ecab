/** What `--help` prints. */
export const help = `zego-faults: a first test for your app, and what is known of each result code that ZEGO documents

Usage
  zego-faults init [--dry-run]
  zego-faults codes [word ...] [--section <section>] [--evidence <class>] [--json]
  zego-faults explain <code> [--json]

Commands
  init      Writes a Playwright configuration and a first test into the project in this folder,
            where they are missing. It changes no file, and says what is left for you to do.
  codes     Lists all documented codes, or those in which every word occurs.
  explain   What one code means, what an app should do, how it can be made to happen,
            and what this version of the SDK really does.

Options
  --section <section>   Only one section of the documentation: {sections}
  --evidence <class>    Only rows of one evidence class: {evidence}
  --json                For programs.
  --dry-run             Only say what init would write.
  --help                This text.

Examples
  Start in your own app:               zego-faults init
  You saw a number in a log:           zego-faults explain 1103065
  You know what happened, in words:    zego-faults codes camera unplugged
  Everything about devices:            zego-faults codes --section device
  What the SDK does otherwise today:   zego-faults codes --evidence superseded
  All numbers, for a script:           zego-faults codes --json

To make a code happen in a test, write the call that explain names under "Made by".

Evidence classes
{classes}

Exit codes
  0   Found, or all is there.
  1   No documented code is like that, or init could not write a file.
  2   The command line cannot be understood.`
