// Looks at a page as people do: node look.cjs CHROMIUM PAGE PDF
//
// Writes as JSON what is wrong with it: faults of its HTML, faults for people who cannot
// see or see little (axe-core), what it asks of the network, what the browser complains
// of, and where it is wider than the window.  Prints it on A4 into the file PDF.
const { readFileSync } = require("node:fs");
const { pathToFileURL } = require("node:url");

const { chromium } = require("playwright-core");
const { HtmlValidate } = require("html-validate");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [program, file, pdf] = process.argv.slice(2);
const address = pathToFileURL(file).href;
const VIEWS = [
  [400, "light"],
  [800, "dark"],
  [1200, "light"],
];

function invalid() {
  const checker = new HtmlValidate({ extends: ["html-validate:standard"] });
  const report = checker.validateStringSync(readFileSync(file, "utf8"));
  return report.results.flatMap((result) =>
    result.messages.map((each) => `${each.line}: ${each.ruleId}: ${each.message}`),
  );
}

async function inaccessible(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate("axe.run()");
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html}: ${node.failureSummary}`),
  );
}

async function look(browser, width, colorScheme, found) {
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ viewport, colorScheme });
  const page = await context.newPage();
  const name = (text) => `${colorScheme} ${width}: ${text}`;
  page.on("request", (request) => found.requests.add(request.url()));
  page.on("console", (message) => found.complaints.push(name(message.text())));
  await page.goto(address);
  found.faults.push(...(await inaccessible(page)).map(name));
  const wide = await page.evaluate("document.documentElement.scrollWidth");
  if (wide > width) found.overflow.push(name(`${wide} pixels`));
  found.papers[colorScheme] = await page.evaluate(
    "getComputedStyle(document.body).backgroundColor",
  );
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  await context.close();
}

async function main() {
  const found = {
    invalid: invalid(),
    faults: [],
    complaints: [],
    overflow: [],
    papers: {},
    requests: new Set(),
  };
  const browser = await chromium.launch({
    executablePath: program,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  for (const [width, scheme] of VIEWS) await look(browser, width, scheme, found);
  await browser.close();
  const requests = [...found.requests].filter((url) => url !== address);
  console.log(JSON.stringify({ ...found, requests }));
}

main();
