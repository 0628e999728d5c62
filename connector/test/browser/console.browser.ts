import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CALL } from '../console/connected.ts';
import { ADMIN_TOKEN, openStand, type Stand } from '../console/stand.ts';
import { accessibilityFaults, overflow } from './axe.ts';
import { openBrowser } from './open-browser.ts';
import { until } from './open-lightning.ts';

/** Set to a folder to look at the pages oneself. */
const PICTURES = process.env['CONSOLE_PICTURES'];

describe('the console in a browser, from an empty store', { timeout: 300_000 }, () => {
    let stand: Stand;
    let chromium: Browser;
    let context: BrowserContext;
    let page: Page;
    let base = '';
    const complaints: string[] = [];

    before(async () => {
        chromium = await openBrowser();
        // Ended by hand below: a hook has no end of its own.
        const undo: (() => unknown)[] = [];
        stand = await openStand({ after: (work: () => unknown) => void undo.push(work) } as never);
        endings.push(...undo);
        context = await chromium.newContext({ locale: 'en-CA', viewport: { width: 1280, height: 900 } });
        page = await context.newPage();
        page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(error.message));
    });
    const endings: (() => unknown)[] = [];
    after(async () => {
        await chromium.close();
        for (const end of endings.toReversed()) await end();
    });

    const look = async (name: string): Promise<void> => {
        if (PICTURES !== undefined) {
            mkdirSync(PICTURES, { recursive: true });
            await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
        }
        assert.deepEqual(await accessibilityFaults(page), [], name);
        assert.ok((await overflow(page)) <= 0, `${name} is wider than the window`);
    };
    /** The upper part of the page in both languages, for the guides. */
    const picture = async (name: string, height: number): Promise<void> => {
        if (PICTURES === undefined) return;
        const { pathname } = new URL(page.url());
        const clip = { x: 0, y: 0, width: 1280, height };
        await page.setViewportSize({ width: 1280, height });
        for (const language of ['fr', 'en']) {
            await page.goto(`${stand.connector.url}/language/${language}?to=${pathname}`);
            await page.screenshot({ path: join(PICTURES, `console-${name}-${language}.png`), clip });
        }
        await page.setViewportSize({ width: 1280, height: 900 });
    };
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const text = () => page.locator('main').innerText();

    test('a wrong token is told; the right one opens the door', async () => {
        await page.goto(stand.connector.url);
        await look('sign-in');
        await page.getByLabel('Admin token').fill('x'.repeat(24));
        await button('Enter').click();
        assert.match(await text(), /This is not the admin token/);
        await look('sign-in-refused');
        await page.getByLabel('Admin token').fill(ADMIN_TOKEN);
        await button('Enter').click();
        assert.match(await text(), /Nothing is connected yet/);
        await look('empty');
    });

    test('consent that is refused is told with its remedy; given, the org is connected', async () => {
        await page.getByLabel('Name').fill('Toitures Boréal');
        await button('New connection').click();
        base = page.url().replace(/\/connect$/, '');
        await look('connect-empty');
        for (const answer of ['Deny', 'Allow']) {
            await page.getByRole('radio', { name: 'My Domain' }).check();
            await page.getByRole('textbox', { name: 'My Domain' }).fill(stand.orgUrl);
            await button('Connect to Salesforce').click();
            await page.getByLabel('User').selectOption({ index: 0 });
            await button(answer).click();
            if (answer === 'Deny') {
                assert.match(await text(), /The consent was refused in Salesforce/);
                await look('consent-refused');
            }
        }
        assert.match(await text(), /Simulated Org/);
    });

    test('a young key is explained while it is tried again; a good one loads numbers and users', async () => {
        await stand.quo('/keys', { key: 'a-young-key-of-today', young: true });
        await page.getByLabel('API key').fill('a-young-key-of-today');
        await button('Test and keep').click();
        assert.match(await text(), /about 30 seconds to become active/);
        await look('young-key');
        await page.getByLabel('API key').fill('sandbox-key');
        await button('Test and keep').click();
        await until('the workspace is loaded', async () => /4 numbers, 7 users/.test(await text()));
    });

    test('the webhook is created, a test event arrives, and the check list is good', async () => {
        await button('Create the webhook').click();
        await until('the test event arrived', async () => /with a good signature/.test(await text()));
        await button('Check again').click();
        assert.match(await text(), /API access and edition/);
        await look('connected');
        await picture('connection', 1500);
    });

    test('a right that is missing is named with what to do', async () => {
        await stand.org('/permission-sets', { names: ['Quo_User'] });
        await page.goto(`${base}/connect`);
        await button('Check again').click();
        assert.match(await text(), /Must be put right/);
        await look('right-missing');
        await stand.org('/permission-sets', { names: null });
    });

    test('the preview follows a choice without saving it, and saving keeps it', async () => {
        await stand.quo('/emit', { type: 'call.completed', key: 'first', of: CALL });
        await stand.quo('/emit', { type: 'call.summary.completed', key: 'first', of: CALL });
        await until('the call is in Salesforce', async () => {
            const { records } = await stand.org<{ records: Record<string, string>[] }>('/records?type=Task');
            return records.some(({ Quo_Key__c: key }) => key?.startsWith('call_'));
        });
        await page.goto(`${base}/preferences`);
        assert.match(await text(), /Appel entrant/);
        await page.getByLabel('Language of what is written').selectOption('en');
        await page.locator('#preview').getByText('Incoming Call').waitFor();
        await look('preferences');
        await button('Save').click();
        assert.match(await text(), /New calls and texts follow these choices/);
        await look('preferences-saved');
        await picture('preferences', 1100);
    });

    test('the health page shows the call, and its history every step', async () => {
        await page.goto(base);
        assert.match(await text(), /Call or conversation/);
        await page.getByRole('img').waitFor();
        const chart = page.getByRole('img', { name: /In the last 24 hours 1 call or conversation/ });
        const width = await chart.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
        assert.ok(width > 0, 'the chart is a picture');
        await look('health');
        await page.getByRole('link', { name: 'Calls and texts', exact: true }).click();
        await look('activities');
        await page
            .locator('main')
            .getByRole('link', { name: /Appel entrant|Incoming Call/ })
            .click();
        assert.match(await text(), /What Quo sent/);
        await look('history');
        await picture('history', 1000);
        for (const tab of ['Parked', 'Data quality', 'Audit log']) {
            await page.getByRole('link', { name: tab, exact: true }).click();
            await look(tab.toLowerCase().replace(' ', '-'));
        }
    });

    test('a working day on the health page', { skip: PICTURES === undefined && 'for the pictures' }, async () => {
        const from = new Date(Date.now() - 10 * 3_600_000).toISOString();
        await stand.quo('/play', { day: { activities: 120 }, seconds: 5, from, wait: true });
        await until('the day is written', async () => {
            await page.goto(base);
            return /Nothing waits/.test(await text());
        });
        await look('day-health');
        await picture('health', 1330);
        await page.goto(`${base}/activities`);
        await look('day-activities');
        await page.goto(`${base}/quality`);
        await look('day-quality');
    });

    test('a revoked token stops the connection with its reason and the remedy', async () => {
        const { rows } = await stand.database.store.pool.query<{ connection: string }>(
            "select connection from vault where name = 'salesforce-tokens'"
        );
        const secret = JSON.parse(
            (await stand.database.store.vault.read(rows[0]?.connection ?? '', 'salesforce-tokens')) ?? '{}'
        ) as { refreshToken?: string };
        await stand.org('/sessions/revoke', { token: secret.refreshToken });
        await stand.org('/sessions/expire', {});
        await stand.quo('/emit', { type: 'call.completed', key: 'second', of: CALL });
        await until('the connection waits', async () => {
            await page.goto(`${base}/connect`);
            return /no longer accepts the connector’s sign-in/.test(await text());
        });
        await look('revoked');
    });

    test('everything is there in French, and narrow', async () => {
        await page.getByRole('link', { name: 'Français' }).click();
        await page.setViewportSize({ width: 390, height: 844 });
        for (const path of [
            '',
            '/connect',
            '/preferences',
            '/activities',
            '/parked',
            '/quality',
            '/audit',
            '/rehearsal'
        ]) {
            await page.goto(base + path);
            assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
            await look(`fr${path.replace('/', '-')}`);
        }
    });

    test('a number is forgotten once more is asked; the report is there in both languages', async () => {
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(`${base}/quality`);
        await page.getByLabel('Numéro de téléphone').fill('514 555-0401');
        await page.getByLabel(/Supprimer aussi les tâches/).check();
        let asked = '';
        page.once('dialog', (dialog) => {
            asked = dialog.message();
            void dialog.accept();
        });
        await button('Oublier ce numéro').click();
        await page.getByText(/Oublié : \d/).waitFor();
        assert.match(asked, /Oublier ce numéro/);
        assert.match(await text(), /Mathieu Bergeron \(Contact\)/);
        await look('fr-forgotten');
        await page.getByRole('link', { name: 'English' }).click();
        assert.match(await text(), /Numbers forgotten before[\s\S]*Forgotten: \d+ calls? or|Forgotten: \d+ calls and/);
        assert.ok(!(await text()).includes('555-0401') && !(await text()).includes('5145550401'));
        await look('forgotten');
    });

    test('the browser had nothing to complain about', () => {
        // Pages that refuse are answered with their status, which browsers note.
        assert.deepEqual(
            complaints.filter((line) => !line.includes('Failed to load resource')),
            []
        );
    });
});
