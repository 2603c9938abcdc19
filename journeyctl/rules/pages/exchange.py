"""What `import` and `export` tell."""

from journeyctl import kinds

PAGES = {
    kinds.NOT_IMPORTED: """
Something in a file that is imported could not be read.

Reads: the file that `journeyctl import` names, as Mermaid, CSV or JSON.

Why: what is not understood would be lost without a word. The rest of the file comes in.

```console
$ cat tea.mmd
flowchart LR
  A[Make tea --> B[Drink it]
```

Better: mend the place that is told, or add by hand what is missing in the new journey.

```console
$ cat tea.mmd
flowchart LR
  A[Make tea] --> B[Drink it]
```
""",
    kinds.NOT_CARRIED_OVER: """
Something has no place in the form into which a journey goes, or from which it comes.

Reads: all that the file says, in `journeyctl export` and `journeyctl import`.

Why: another form says other things. A Mermaid journey knows scores and people, and neither
channels nor ways; colours of a Mermaid flowchart are no part of a journey.

```console
$ journeyctl export -f mermaid-journey samples/b2c-online-shop.journey
```

Better: nothing, if it is not needed there. JSON carries all of a journey.

```console
$ journeyctl export -f json samples/b2c-online-shop.journey
```
""",
    kinds.GUESSED: """
What a file means was guessed from how it looks.

Reads: the header of a CSV file and its delimiter; the order of stages and steps where a
flowchart does not tell it.

Why: a wrong guess is seen at once where it is told, and hard to find later.

```console
$ cat tea.csv
Tahap,Langkah,Catatan
```

Better: look through what is told; name the columns as `journeyctl export -f csv` does to be sure.

```console
$ cat tea.csv
stage,step,notes
```
""",
}
