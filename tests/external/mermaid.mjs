// What Mermaid itself reads in diagrams: a list of their texts comes in as JSON, a list of what
// is in each goes out. Its argument is the folder of npm's packages.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules] = process.argv.slice(2);
const { JSDOM } = createRequire(`${modules}/`)("jsdom");
const { window } = new JSDOM("<!DOCTYPE html><body></body>");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import(`${modules}/mermaid/dist/mermaid.core.mjs`);
await mermaid.parse("journey"); // its kinds of diagrams are there from now on

const told = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const { db, type } = await mermaid.mermaidAPI.getDiagramFromText(text);
    if (type === "journey") {
      const said = { title: db.getDiagramTitle(), sections: db.getSections(), tasks: db.getTasks() };
      told.push(structuredClone(said)); // all journeys share their lists
      continue;
    }
    told.push({
      nodes: [...db.getVertices().values()].map((one) => [one.id, one.text ?? ""]),
      edges: db.getEdges().map((one) => [one.start, one.end, one.text ?? "", one.stroke]),
      groups: db.getSubGraphs().map((one) => [one.id, one.title, one.nodes]),
    });
  } catch (error) {
    told.push({ error: error.message });
  }
}
process.stdout.write(JSON.stringify(told));
