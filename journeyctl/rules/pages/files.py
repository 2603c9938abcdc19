"""Files, engines and configuration: what keeps a journey from being read, drawn or written."""

from journeyctl import kinds

PAGES = {
    kinds.NO_SUCH_FILE: """
A file or a folder that was named does not exist.

Reads: the arguments of the command.

Why: a check that reads nothing must not look like one that finds nothing.

```console
$ journeyctl check cofee.journey
```

Better: name a file that there is; `-` reads standard input.

```console
$ journeyctl check coffee.journey
```
""",
    kinds.NO_JOURNEYS: """
A folder holds no `.journey` file, nor does any below it.

Reads: the folders among the arguments of the command.

Why: a check that reads nothing must not look like one that finds nothing.

```console
$ journeyctl check docs/
```

Better: name the folder that holds the journeys.

```console
$ journeyctl check samples/
```
""",
    kinds.UNREADABLE: """
A file or a folder cannot be read.

Reads: what the system answers: no permission, a broken link, a device.

Why: the other files are read all the same, and this one is not taken for clean.

```console
$ journeyctl check locked/secret.journey
```

Better: name a file that you may read, or have the permission given.

```console
$ journeyctl check ~/journeys/coffee.journey
```
""",
    kinds.NOT_UTF8: """
A file is not written in UTF-8.

Reads: the bytes of the file; the first that is none is the place.

Why: read in another encoding, letters would silently become others.

```console
$ printf 'journey: Caf\\351\\n' | journeyctl check -
```

Better: save it again as UTF-8.

```console
$ printf 'journey: Caf\\351\\n' | iconv -f latin1 -t utf-8 | journeyctl check -
```
""",
    kinds.NOT_TEXT: """
A file holds a NUL, and is no text.

Reads: the bytes of the file.

Why: it is a picture, an archive or the like, whatever its name says.

```console
$ journeyctl check - < coffee.png
```

Better: name the text.

```console
$ journeyctl check - < coffee.journey
```
""",
    kinds.TOO_LARGE: """
A file is larger than a journey can be.

Reads: its size: 5 MB and 100,000 lines are the most.

Why: nobody wrote it by hand; it is the wrong file, or many journeys in one.

```console
$ journeyctl check everything.journey
```

Better: a file for each journey.

```console
$ journeyctl check journeys/
```
""",
    kinds.BAD_OUTPUT: """
There is no telling where the output should go.

Reads: `-o`, the formats and the inputs: several outputs for one file, two inputs with one
output, an output that is an input.

Why: one would be written over the other.

```console
$ journeyctl render samples/ -o picture.svg
```

Better: give a folder, with a `/` at its end.

```console
$ journeyctl render samples/ -o pictures/
```
""",
    kinds.NO_GLYPHS: """
A PNG or a PDF would show boxes for some characters.

Reads: the text in the picture, and what the bundled fonts hold: Latin, Cyrillic, Greek and Hebrew.

Why: nothing else says so, and a picture full of boxes goes out unseen.

```console
$ journeyctl render tokyo.journey -f png
```

Better: draw an SVG, or take the system's Graphviz with the system's fonts for a PNG.

```console
$ journeyctl render tokyo.journey -f png --engine dot
```
""",
    kinds.MANY_STEPS: """
A journey has more steps than a picture can show well.

Reads: the number of its steps; 1,000 and fewer are fine.

Why: nobody reads such a picture, and drawing it takes long.

```console
$ journeyctl render everything.journey
```

Better: split it into several journeys; `check` takes any number.

```console
$ journeyctl check everything.journey
```
""",
    kinds.TOO_MANY_STEPS: """
A journey has more steps than are drawn.

Reads: the number of its steps and `--max-steps`, which is 5,000.

Why: the engine would take minutes, and all the memory there is.

```console
$ journeyctl render everything.journey
```

Better: split it into several journeys, or raise the limit.

```console
$ journeyctl render everything.journey --max-steps 8000
```
""",
    kinds.NO_ENGINE: """
Graphviz was not found.

Reads: `--engine`: the bundled engine comes with the installation, `dot` is the system's.

Why: PNG is drawn by Graphviz; all else works without it.

```console
$ journeyctl render coffee.journey -f png --engine dot
```

Better: see what there is, and how to get what is missing.

```console
$ journeyctl doctor
```
""",
    kinds.ENGINE_FAILED: """
Graphviz did not start, or ended with an error.

Reads: what the engine answers. An output that existed stays as it was.

Why: half a picture must not be taken for a whole one.

```console
$ journeyctl render coffee.journey -f png
```

Better: see whether the engine works at all; SVG and PDF are drawn without it.

```console
$ journeyctl doctor
```
""",
    kinds.ENGINE_HANGS: """
Graphviz was not done in time, and was stopped.

Reads: `--timeout`, in seconds.

Why: a picture that takes minutes would hold up whatever waits for it.

```console
$ journeyctl render everything.journey -f png
```

Better: draw a smaller journey, or allow more time.

```console
$ journeyctl render everything.journey -f png --timeout 300
```
""",
    kinds.BROKEN_PICTURE: """
Graphviz gave back no picture, half of one, or one that is too large.

Reads: the PNG: it must be whole, and of a size that can have been asked for.

Why: the engine can say that all is well and write nothing.

```console
$ journeyctl render coffee.journey -f png
```

Better: see whether the engine works at all.

```console
$ journeyctl doctor
```
""",
    kinds.PICTURE_SCALED: """
A PNG is drawn smaller than was asked for.

Reads: `--dpi`, and how many pixels the engine can hold.

Why: otherwise it would fail, or take gigabytes.

```console
$ journeyctl render everything.journey -f png --dpi 600
```

Better: draw an SVG, which has no pixels, or ask for fewer.

```console
$ journeyctl render everything.journey -f svg
```
""",
    kinds.SMALL_TYPE: """
A picture has type that is too small to read on the page that was asked for.

Reads: `--size`, and the smallest type of the picture: on paper it must have 5 points.

Why: a journey of many steps fits on any page, but a page that nobody can read is decoration.

```console
$ journeyctl render everything.journey --size a4 -f pdf
```

Better: a larger page, stages one below the other, or a view that says less.

```console
$ journeyctl render everything.journey --size a3 --direction down -f pdf
```
""",
    kinds.BAD_EMBEDDING: """
A journey in a Markdown page cannot be drawn as it is written there.

Reads: the blocks whose language is `journey` and the comments that begin with `journeyctl:`, the
file that a comment names, the view behind them, and whether a block is closed and has a journey in
it.

Why: a picture of another view would be taken for the one that was meant, and behind an open block
there is no place for a picture.

```console
$ echo '<!-- journeyctl: coffee.journey mapp -->' > page.md
$ journeyctl embed page.md
```

Better: name a view that there is, or none for the flow.

```console
$ echo '<!-- journeyctl: coffee.journey map -->' > page.md
$ journeyctl embed page.md
```
""",
    kinds.UNREAD_JOURNEY: """
A journey in a Markdown page is written in a way that is not read.

Reads: the blocks between backticks whose language is `journey`, and the comments that begin with
`journeyctl:` or name a journey behind `journeyctl`. A block is read at the left edge alone, not in
a list or a quotation; a comment on a line of its own.

Why: it looks as if there were to be a picture, and there is none.

```console
$ echo '<!-- journeyctl coffee.journey -->' > page.md
$ journeyctl embed page.md
```

Better: write the comment as it is read. A block that is only to be shown stands between tildes,
`~~~journey`.

```console
$ echo '<!-- journeyctl: coffee.journey -->' > page.md
$ journeyctl embed page.md
```
""",
    kinds.LEFT_OVER_IMAGE: """
A Markdown page shows an image that none of its journeys makes.

Reads: the images that are alone on a line and are called as `embed` calls the pictures of this
page. Those are left out that follow a journey: that line is kept current.

Why: the journey went, or was moved to another page, and its picture, which no change reaches any
more, is still shown.

```console
$ echo '![Coffee](page.coffee.flow.svg)' > page.md
$ journeyctl embed page.md
```

Better: delete the line, or bring the journey back above it.

```console
$ echo '<!-- journeyctl: coffee.journey -->' > page.md
$ echo '![Coffee](page.coffee.flow.svg)' >> page.md
$ journeyctl embed page.md
```
""",
    kinds.NOT_WRITTEN: """
An output could not be written.

Reads: what the system answers: no permission, no space, a folder of that name.

Why: an output is written whole or not at all; the one that existed stays as it was.

```console
$ journeyctl render coffee.journey -o /coffee.svg
```

Better: write where there is room and permission.

```console
$ journeyctl render coffee.journey -o ~/coffee.svg
```
""",
    kinds.NO_REVISION: """
A version of a journey was asked for that git does not know.

Reads: what git says: no repository, no such revision, no such file in it.

Why: a difference to nothing would tell that everything is new.

```console
$ journeyctl diff HEAD~1:coffee.jorney coffee.journey
```

Better: name a revision, a colon, and the path from the top of the repository; `./` begins one from
the folder you are in. A copy that a service for CI made often has the last commit alone: let it
fetch the others, too.

```console
$ journeyctl diff HEAD~1:./coffee.journey coffee.journey
```
""",
    kinds.NOTHING_TO_DRAW: """
A view was asked for that has nothing to show.

Reads: what the view is made of: a matrix of the committee needs people, say.

Why: an empty picture says less than none, and whoever asked for it should know.

```console
$ journeyctl render --view committee coffee.journey
```

Better: tell what the view shows, or ask for another one.

```console
$ journeyctl render --view flow coffee.journey
```
""",
    kinds.VIEW_LEFT_OUT: """
Of all views that were asked for, one has nothing to show.

Reads: what the view is made of, as `nothing-to-draw` does.

Why: `--view all` draws what there is; this tells what there is not.

```console
$ journeyctl render --view all coffee.journey
```

Better: nothing has to be done; with what the view shows in the journey, it is drawn, too.

```console
$ journeyctl render --view all coffee.journey
```
""",
    kinds.BAD_CONFIGURATION: """
A configuration file has something in it that means nothing.

Reads: `[tool.journeyctl]` in `pyproject.toml`, and `journeyctl.toml`: keys, their values, and the
names of rules in them.

Why: a misspelt name in a configuration would choose nothing, and the check would seem to pass.

```console
$ journeyctl check coffee.journey
```

Better: the keys and what they take are in `docs/checking.md`.

```console
$ journeyctl rule --all
```
""",
    kinds.LOW_CONTRAST: """
A theme of a configuration has text, lines or marks that stand out too little from their ground.

Reads: the colours under `[themes.NAME]`, those of the theme's base, and those mixed from them.

Why: what is hard to read for some on a good screen is hard to read for everybody on a projector.
Text needs a contrast of 4.5:1 and a line or a mark 3:1: level AA of the Web Content Accessibility
Guidelines, success criteria 1.4.3 and 1.4.11.

```console
$ grep muted journeyctl.toml
muted = "#9aa0aa"
```

Better: take the colour that is named, or another one that is darker (on a dark ground: lighter).

```console
$ grep muted journeyctl.toml
muted = "#4b5565"
```
""",
    kinds.NO_SUCH_THEME: """
No theme is called so.

Reads: `--theme`, and `theme` in the configuration; the themes that come with journeyctl, and
`[themes.NAME]` in the configuration of the journey's folder.

Why: a picture in other colours than those that were asked for is not the picture.

```console
$ journeyctl render --theme drak coffee.journey
```

Better: the name of one that there is.

```console
$ journeyctl render --theme dark coffee.journey
```
""",
    kinds.NO_LIBRARY: """
A PowerPoint file was asked for, and the library that writes it is not installed.

Reads: whether Python finds python-pptx.

Why: most people need no PowerPoint, and nobody has to install what they don't need.

```console
$ journeyctl slides coffee.journey -o coffee.pptx
```

Better: install it, or write HTML, PDF or Markdown, which need nothing.

```console
$ pip install 'python-pptx>=1.0.2,<2'
$ journeyctl slides coffee.journey -o coffee.html
```
""",
    kinds.BUG: """
The program itself failed.

Reads: nothing of yours; whatever the file holds, this is a mistake of the program.

Why: an input is never to blame for a crash. The other files are done all the same.

```console
$ journeyctl check coffee.journey
```

Better: report it with the file, and the version that this tells.

```console
$ journeyctl --version
```
""",
}
