import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { callComes, connected, taskIsThere, type Connected } from '../console/connected.ts';
import { accessibilityFaults, overflow } from './axe.ts';
import { openBrowser } from './open-browser.ts';
import { until } from './open-lightning.ts';

/** Set to a folder to look at the pages oneself. */
const PICTURES = process.env['CONSOLE_PICTURES'];
const WIDTHS = [1280, 400];

describe('choosing in a browser, for a connection that works', { timeout: 300_000 }, () => {
    let all: Connected;
    let chromium: Browser;
    let context: BrowserContext;
    let page: Page;
    let here = '';
    const undo: (() => unknown)[] = [];
    const complaints: string[] = [];

    before(async () => {
        chromium = await openBrowser();
        all = await connected(
            { after: (work: () => unknown) => void undo.push(work) } as never,
            {},
            { webhook: false }
        );
        here = all.stand.connector.url + all.base;
        context = await chromium.newContext({ locale: 'en-CA', viewport: { width: 1280, height: 900 } });
        const { hostname } = new URL(here);
        await context.addCookies(
            [...all.admin.cookies].map(([name, value]) => ({ name, value, domain: hostname, path: '/' }))
        );
        page = await context.newPage();
        page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(error.message));
    });
    after(async () => {
        await chromium.close();
        for (const end of undo.toReversed()) await end();
    });

    /** As wide as a desk and as narrow as a phone: axe finds nothing, and nothing sticks out. */
    const look = async (name: string): Promise<void> => {
        for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 900 });
            if (PICTURES !== undefined) {
                mkdirSync(PICTURES, { recursive: true });
                await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
            }
            assert.deepEqual(await accessibilityFaults(page), [], `${name} ${width}`);
            assert.ok((await overflow(page)) <= 0, `${name} is wider than ${width}`);
        }
        await page.setViewportSize({ width: 1280, height: 900 });
    };
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
    const text = () => page.locator('main').innerText();
    const save = () => page.locator('.save').getByRole('button').first().click();

    test('a wrong key is tried again, because it may be a young one, and holds nothing up', async () => {
        await page.goto(`${here}/connect`);
        await page.getByText('Use another key').click();
        await page.getByLabel('API key').fill('no-such-key-at-all');
        await button('Test and keep').click();
        assert.match(await text(), /takes about 30 seconds to become active\. Wait: it is tried again by itself/);
    });

    test('where the key may not create the webhook, the address to paste is opened; events then arrive', async () => {
        await all.stand.quo('/faults', { answer: 403, count: 5, method: 'POST', path: '/webhooks' });
        await button('Create the webhook').click();
        assert.match(await text(), /Quo does not allow this with this API key/);
        const address = await page.getByLabel('Address of the webhook').innerText();
        await look('webhook-by-hand');
        await all.stand.quo('/faults', undefined, 'DELETE');
        const { key } = await all.stand.quo<{ key: string }>('/webhooks', { url: address });
        await page.getByLabel('Signing key').fill(key);
        await button('Keep the key').click();
        await callComes(all);
        await taskIsThere(all);
        await page.goto(`${here}/connect`);
        assert.match(await text(), /with a good signature/);
    });

    test('what is wrong stands beside its field, what was typed stays, and Enter saves', async () => {
        await page.goto(`${here}/preferences`);
        await page.getByLabel('Time zone', { exact: true }).fill('Mars/Olympus');
        await page.getByLabel('Question', { exact: true }).first().fill('Your name');
        await page.locator('[name="contactFilter.rows.0.field"]').selectOption('company');
        await page.getByLabel('Time zone', { exact: true }).press('Enter');
        assert.match(await text(), /Nothing was saved: 3 values need another look/);
        assert.equal(await page.getByLabel('Time zone', { exact: true }).inputValue(), 'Mars/Olympus');
        assert.equal(await page.getByLabel('Time zone', { exact: true }).getAttribute('aria-invalid'), 'true');
        await look('faults');
        await page.getByRole('link', { name: /is not a time zone/ }).click();
        assert.match(page.url(), /#field-timeZone$/);
    });

    test('a person is paired by hand, an answer and a condition are chosen, and all of it is kept', async () => {
        await page.goto(`${here}/preferences`);
        await page
            .getByLabel('Salesforce user of Paul Richer')
            .selectOption({ label: 'Luc Bouchard (luc.bouchard@toituresboreal.example)' });
        await page.getByLabel('Sona’s job').first().fill('Take a message');
        await page.getByLabel('Question', { exact: true }).first().fill('Your name');
        await page.getByLabel('Field of the Sona call').first().selectOption('Caller_Name__c');
        await page.getByRole('checkbox', { name: 'Leads', exact: true }).check();
        await page.getByLabel('Language of what is written').selectOption('en');
        await page.locator('#preview').getByText('Incoming Call').waitFor();
        await save();
        assert.match(await text(), /6 of 7 Quo users belong to a Salesforce user/);
        assert.equal(await page.getByLabel('Field of the Sona call').first().inputValue(), 'Caller_Name__c');
        await look('choices');
    });

    test('rendering again is looked at, applied and followed to its end', async () => {
        await page.goto(`${here}/preferences`);
        await page.getByRole('checkbox', { name: 'Summaries and next steps' }).uncheck();
        await save();
        await page.locator('#again').getByRole('button').click();
        assert.match(await text(), /1 record would be written/);
        await look('again');
        await button('Apply now').click();
        await until('it is over', async () => /Salesforce accepted everything/.test(await text()));
        await look('again-done');
    });

    test('an import shows in words what it would change', async () => {
        await page.goto(`${here}/preferences`);
        await page.getByLabel('JSON to import').fill('{"language":"fr","logMessages":false}');
        await page.locator('#travel').getByRole('button').click();
        assert.match(await text(), /Texts[\s\S]*Yes[\s\S]*No/);
        await look('import');
    });

    test('everybody is put into Quo after it was told what that takes', async () => {
        await page.goto(`${here}/preferences`);
        await page.getByLabel('Salesforce people in Quo').selectOption('full');
        await save();
        assert.match(await text(), /Look at what putting everybody into Quo takes/);
        await look('estimate');
        await button(/^Put \d+ (person|people) into Quo$/).click();
        await until('everybody was looked at', async () => /Everybody was looked at/.test(await text()));
        await look('people');
    });

    test('a wrong key is told with its remedy in the end, and the one that works stays', async () => {
        await page.goto(`${here}/connect`);
        await until('the key is refused', async () => /Make a new key in Quo/.test(await text()));
        assert.match(await text(), /Quo does not accept the API key/);
        assert.match(await text(), /Workspace\s+Toitures Boréal/);
        await look('wrong-key');
    });

    test('everything is there in French', async () => {
        await page.getByRole('link', { name: 'Français' }).click();
        for (const path of ['', '/connect', '/preferences', '/preferences/again', '/people', '/audit']) {
            await page.goto(here + path);
            assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
            await look(`fr${path.replaceAll('/', '-')}`);
        }
        await page.goto(`${here}/preferences`);
        await page.getByLabel('Fuseau horaire', { exact: true }).fill('Mars');
        await save();
        assert.match(await text(), /« Mars » n’est pas un fuseau horaire/);
        await look('fr-faults');
    });

    test('what is disconnected is removed once its name is typed', async () => {
        await page.goto(`${here}/connect`);
        await page.getByText('Déconnecter…').click();
        await button('Oui, déconnecter').click();
        await page.locator('#remove summary').click();
        await page.getByLabel('Tapez « Toitures Boréal » pour confirmer').fill('Toitures Boreal');
        await button('Retirer définitivement').click();
        assert.match(await text(), /n’est pas le nom de cette connexion/);
        await look('fr-not-removed');
        await page.locator('#remove summary').click();
        await page.getByLabel('Tapez « Toitures Boréal » pour confirmer').fill('Toitures Boréal');
        await button('Retirer définitivement').click();
        assert.match(await text(), /La connexion est retirée/);
        await look('fr-removed');
    });

    test('the browser had nothing to complain about', () => {
        // Pages that refuse are answered with their status, which browsers note.
        assert.deepEqual(
            complaints.filter((line) => !line.includes('Failed to load resource')),
            []
        );
    });
});
