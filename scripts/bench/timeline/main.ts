/**
 * `node scripts/bench/timeline/main.ts [activities]`: one contact with 10,000 activities. Prints, for the first page and
 * for each further one, the requests made, the rows drawn and the time that the browser spent on scripting.
 */
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import { startPart } from 'sandbox-play/part.ts';
import { startStage } from 'lightning-stage/start-stage.ts';
import { openBrowser } from '../../../connector/test/browser/open-browser.ts';
import { seedContact } from './seed-contact.ts';

const ACTIVITIES = Number(process.argv[2] ?? 10_000);
const PAGES = 8;
const FORCE_APP = fileURLToPath(new URL('../../../force-app', import.meta.url));
const ORG = fileURLToPath(new URL('../../../connector/sandbox/salesforce-simulator/main.ts', import.meta.url));

/** Milliseconds of scripting since the page began. */
async function scripting(cdp: CDPSession): Promise<number> {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1_000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0);
}

async function measure(page: Page, address: string): Promise<void> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    let requests = 0;
    page.on('request', (request) => (requests += request.url().endsWith('/graphql') ? 1 : 0));
    const rows = page.locator('c-quo-timeline-row');
    await page.goto(address);
    await rows.first().waitFor();
    console.log('page  requests  rows  scripting (ms)');
    let before = 0;
    for (let shown = 1; shown <= PAGES; shown += 1) {
        const now = await scripting(cdp);
        console.log(
            [shown, requests, await rows.count(), Math.round(now - before)]
                .map((n) => String(n).padStart(4))
                .join('     ')
        );
        const count = await rows.count();
        before = await scripting(cdp);
        await page.getByRole('button', { name: 'Show more' }).click();
        await rows.nth(count).waitFor();
    }
}

const org = await startPart('simulated org', ORG, ['--port', '0', '--package', FORCE_APP], process.env);
try {
    console.log(`Filling the org with ${ACTIVITIES} activities of one contact…`);
    const contactId = await seedContact(org.url, ACTIVITIES);
    const stage = await startStage({ orgUrl: org.url });
    const browser = await openBrowser();
    try {
        await measure(await browser.newPage(), `${stage.url}/r/${contactId}?lang=en`);
    } finally {
        await browser.close();
        await stage.close();
    }
} finally {
    await org.stop();
}
