// Chromium over stdin and stdout: one JSON request a line, one JSON answer a line.
// {"open": url, width, height, dark, script, media} starts a page; other requests act on it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const [executablePath] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let context, page, said, asked;

const deeds = {
  async open({ url, width = 1280, height = 900, dark = false, script = true, reduced = true }) {
    await context?.close();
    context = await browser.newContext({
      viewport: { width, height }, colorScheme: dark ? "dark" : "light",
      javaScriptEnabled: script, reducedMotion: reduced ? "reduce" : null,
    });
    page = await context.newPage();
    said = [];
    asked = [];
    page.on("console", message => said.push(message.text()));
    page.on("pageerror", error => said.push(String(error)));
    page.on("request", request => asked.push(request.url().slice(0, 200)));
    await page.goto(url);
  },
  evaluate: ({ code }) => page.evaluate(code),
  click: ({ what }) => page.click(what),
  fill: ({ what, text }) => page.fill(what, text),
  choose: ({ what, value }) => page.selectOption(what, value),
  check: ({ what }) => page.check(what, { force: true }),
  press: ({ keys }) => page.keyboard.press(keys),
  text: ({ what }) => page.locator(what).evaluateAll(found =>
    found.filter(element => element.checkVisibility()).map(element => element.innerText)),
  print: async ({ path }) => (await page.pdf({ path, preferCSSPageSize: true })).length,
  async look({ path, full = true }) { await page.screenshot({ path, fullPage: full }); },
  // The page's own policy forbids strange scripts: axe runs in the tool's world, not the page's.
  async axe() {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run());
    return violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(node => node.html) }));
  },
  heard: () => ({ said, asked }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { deed, ...given } = JSON.parse(line);
  let answer;
  try {
    answer = { value: (await deeds[deed](given)) ?? null };
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
await browser.close();
