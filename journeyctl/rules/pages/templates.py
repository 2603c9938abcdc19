"""Templates of one's own: what keeps one from being filled in."""

from journeyctl import kinds

PAGES = {
    kinds.NO_TEMPLATE: """
A template, or a folder of them, was named that does not exist.

Reads: `--template`, beside each journey and in the working folder.

Why: a report from another template than the one that was asked for is not the report.

```console
$ journeyctl report --template minuets.md.j2 coffee.journey
```

Better: the name of one that there is; a template's ends in `.md.j2`, `.html.j2` or `.txt.j2`.

```console
$ journeyctl report --template minutes.md.j2 coffee.journey
```
""",
    kinds.BAD_TEMPLATE: """
A template of your own cannot be filled in; the place is the line of the template.

Reads: the template, those that it includes, and what it does with what there is: names, filters,
functions. A name that does not exist is an error, too, and so is a file outside of the folder.

Why: a report with a hole where a name was misspelt would be handed on by somebody.

```console
$ echo '{{ report.titel }}' > minutes.md.j2
$ journeyctl report --template minutes.md.j2 coffee.journey
```

Better: use what `docs/templates.md` tells.

```console
$ echo '{{ report.title }}' > minutes.md.j2
$ journeyctl report --template minutes.md.j2 coffee.journey
```
""",
    kinds.ENDLESS_TEMPLATE: """
A template of your own takes too long, takes too much memory, or writes too much.

Reads: ten seconds, 512 MB of memory and 50 MB of text, for each journey.

Why: templates come from others, and a slip makes a loop in a loop; neither should take the machine
with it.

```console
$ journeyctl report --template every-pair-of-pairs.md.j2 coffee.journey
```

Better: go through the steps once; what belongs together stands together in the records.

```console
$ journeyctl report --template every-step.md.j2 coffee.journey
```
""",
    kinds.BAD_DESIGN: """
The PowerPoint file whose design a deck was to have cannot be used.

Reads: `slides --template`: whether the file is a presentation, with a master and layouts, and no
larger than 200 MB when it is unpacked.

Why: a deck in half of a design has to be made anew, and a file that unpacks without end would
take the machine with it.

```console
$ journeyctl slides --template logo.png coffee.journey
```

Better: a presentation or a template that PowerPoint or LibreOffice Impress opens.

```console
$ journeyctl slides --template company.potx coffee.journey
```
""",
}
