import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const script = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeNode {
    readonly html: string;
    readonly any: readonly { readonly message: string }[];
}
interface AxeResult {
    readonly violations: readonly { readonly id: string; readonly nodes: readonly AxeNode[] }[];
}

/** What axe finds against WCAG 2.2 AA and its own best practices, a line each; empty when all is well. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
    await page.evaluate(script);
    const result = await page.evaluate<AxeResult>(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`
    );
    return result.violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ html, any }) => `${id}: ${html.slice(0, 160)} (${any[0]?.message ?? ''})`)
    );
}

/** Pixels by which the page is wider than the window. */
export async function overflow(page: Page): Promise<number> {
    return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
}
