/** What `--help` prints. */
export const help = `zego-faults: the result codes that ZEGO documents for its web SDK, and what is known of each

Usage
  zego-faults codes [word ...] [--section <section>] [--evidence <class>] [--json]
  zego-faults explain <code> [--json]

Commands
  codes     Lists all documented codes, or those in which every word occurs.
  explain   What one code means, what an app should do, how it can be made to happen,
            and what this version of the SDK really does.

Options
  --section <section>   Only one section of the documentation: {sections}
  --evidence <class>    Only rows of one evidence class: {evidence}
  --json                For programs.
  --help                This text.

Examples
  You saw a number in a log:           zego-faults explain 1103065
  You know what happened, in words:    zego-faults codes camera unplugged
  Everything about devices:            zego-faults codes --section device
  What the SDK does otherwise today:   zego-faults codes --evidence superseded
  All numbers, for a script:           zego-faults codes --json

To make a code happen in a test, write the call that explain names under "Made by".

Evidence classes
{classes}

Exit codes
  0   Found.
  1   No documented code is like that.
  2   The command line cannot be understood.`
