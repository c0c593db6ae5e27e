// node workflow.mjs FILE: the workflow is YAML, each action in it is pinned to a
// commit, and it does what the README beside it says.
import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";

const doc = parseDocument(readFileSync(process.argv[2], "utf8"), { strict: true, uniqueKeys: true });
const wrong = [...doc.errors, ...doc.warnings].map(String);
const flow = doc.toJS() ?? {};
const steps = Object.values(flow.jobs ?? {}).flatMap((job) => job.steps ?? []);
const says = (ok, what) => ok || wrong.push(what);

says(flow.on?.push?.branches?.includes("main"), "it does not run when main changes");
says("workflow_dispatch" in (flow.on ?? {}), "nobody can run it by hand");
says(JSON.stringify(flow.permissions) === '{"contents":"read"}', "it may do more than read");
for (const step of steps) {
  says(!step.uses || /^actions\/[a-z-]+@[0-9a-f]{40}$/.test(step.uses), `${step.uses} is not pinned`);
  says(!/\$\{\{/.test(step.run ?? ""), "an expression stands inside a command");
}
for (const action of ["checkout", "upload-pages-artifact", "deploy-pages"]) {
  says(steps.some((s) => s.uses?.startsWith(`actions/${action}@`)), `it does not use ${action}`);
}
const run = steps.map((s) => s.run ?? "").join("\n");
const at = ["make -C duet program", "duet check --strict strategy", "duet build strategy -o site"].map((c) => run.indexOf(c));
says(at.every((n, i) => n >= 0 && (i === 0 || n > at[i - 1])), "it does not compile, check and build in this order");
says(steps.find((s) => s.uses?.includes("upload-pages"))?.with?.path === "site", "it hands over another folder");
says(flow.jobs?.publish?.needs === "build", "it publishes without waiting for the build");

console.log(wrong.join("\n") || "as it should be");
process.exit(wrong.length > 0 ? 1 : 0);
