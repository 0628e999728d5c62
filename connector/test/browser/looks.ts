import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFaults, overflow } from './axe.ts';
import type { Lightning } from './open-lightning.ts';

const WIDTHS = [1280, 768, 320];
/** Set to a folder to have pictures for the README made. */
const PICTURES = process.env['SCREENSHOTS'];

interface Look {
    readonly name: string;
    /** Whose page it is; default: a rep's. */
    readonly rights?: string;
    readonly address: () => Promise<string>;
    /** Brings the page to where there is most to see. */
    readonly prepare: (page: Page) => Promise<unknown>;
}

/** Every page in both themes and languages, from a phone's width to a desktop's. */
export function lookTests(lightning: () => Lightning): void {
    const record = (type: string, name: RegExp) => async () => {
        const found = (await lightning().records(type)).find(({ Name }) => name.test(String(Name)));
        return `/r/${found?.Id ?? 'none'}`;
    };
    const openAll = async (page: Page) => {
        await page.locator('c-quo-timeline-row').first().waitFor();
        await page.locator('.expand-all button').click();
        await page.locator('.filter button').click();
    };
    const looks: readonly Look[] = [
        { name: 'contact', address: record('Contact', /^Jean Tremblay$/), prepare: openAll },
        { name: 'account', address: record('Account', /^Construction Tremblay/), prepare: openAll },
        {
            name: 'sona',
            address: record('Sona_Call__c', /^Jean Tremblay/),
            prepare: (page) => page.locator('c-sona-answers section').first().waitFor()
        },
        {
            name: 'numbers',
            // Activities are private: who decides about those of nobody is let to see them.
            rights: 'admin',
            address: async () => '/app/numbers',
            prepare: async (page) => page.locator('.link button').first().click()
        },
        {
            name: 'setup',
            rights: 'Quo_Admin',
            address: async () => '/app/setup',
            prepare: async (page) => page.locator('c-quo-connector a.console').first().waitFor()
        },
        { name: 'team', address: async () => '/app/everyone', prepare: openAll },
        { name: 'home', address: async () => '/', prepare: (page) => page.locator('h1').waitFor() }
    ];
    for (const { name, rights, address, prepare } of looks)
        for (const theme of ['2', '1'])
            for (const language of ['fr', 'en'])
                test(`axe finds nothing on the ${name} page, SLDS ${theme}, ${language}, at any width`, async () => {
                    const query = `theme=${theme}&lang=${language}${rights === undefined ? '' : `&rights=${rights}`}`;
                    const page = await lightning().open(`${await address()}?${query}`);
                    await prepare(page);
                    for (const width of WIDTHS) {
                        await page.setViewportSize({ width, height: 900 });
                        assert.deepEqual([width, await overflow(page)], [width, 0]);
                        assert.deepEqual([width, await accessibilityFaults(page)], [width, []]);
                    }
                    await page.close();
                });

    test('pictures for the README', { skip: PICTURES === undefined }, async () => {
        const shot = async (
            name: string,
            address: string,
            width: number,
            prepare: (page: Page) => Promise<unknown>
        ) => {
            const page = await lightning().open(address, width);
            await prepare(page);
            await page.addStyleTag({ content: '.stage-bar { display: none }' });
            await page.mouse.move(0, 0);
            await page.screenshot({ path: path.join(PICTURES ?? '', `${name}.png`), fullPage: true });
            await page.close();
        };
        const openFirst = (count: number) => async (page: Page) => {
            const toggles = page.locator('c-quo-timeline-row .toggle button');
            await toggles.first().waitFor();
            await page.getByRole('button', { name: /^(Got it|Compris)$/ }).click();
            for (let index = 0; index < count; index += 1) await toggles.nth(index).click();
        };
        const contact = await record('Contact', /^Jean Tremblay$/)();
        await shot('timeline', `${contact}?lang=fr`, 1280, openFirst(2));
        await shot('timeline-slds1', `${contact}?lang=en&theme=1`, 1024, openFirst(1));
        await shot('timeline-narrow', `${contact}?lang=fr`, 380, openFirst(1));
        await shot('sona', `${await record('Sona_Call__c', /^Josée/)()}?lang=fr`, 1280, async (page) => {
            await page.locator('c-sona-answers section').first().waitFor();
        });
        for (const language of ['fr', 'en'])
            await shot(`setup-${language}`, `/app/setup?lang=${language}&rights=Quo_Admin`, 1024, async (page) => {
                await page.locator('c-quo-connector a.console').first().waitFor();
            });
        await shot('numbers', '/app/numbers?lang=fr&rights=admin', 1280, async (page) => {
            await page.locator('c-quo-unmatched-number').first().waitFor();
        });
    });
}
