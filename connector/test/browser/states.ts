import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFaults, overflow } from './axe.ts';
import { until, type Lightning } from './open-lightning.ts';

const RECORDINGS = /\/recordings\//;
/** What a browser notes of every answer that is a refusal. */
const REFUSED = /status of 4\d\d/;

/** What people meet when something is not there, not allowed or not ready, with a mouse and without. */
export function stateTests(lightning: () => Lightning): void {
    const pageOf = async (type: string, name: RegExp, query = 'lang=en'): Promise<Page> => {
        const found = (await lightning().records(type)).find(({ Name }) => name.test(String(Name)));
        assert.ok(found, `${type} ${String(name)}`);
        return lightning().open(`/r/${found.Id}?${query}`);
    };
    const openFirst = async (page: Page): Promise<void> => {
        const toggle = page.getByRole('button', { name: /^Details of/ }).first();
        await toggle.click();
    };
    const focused = (page: Page): Promise<string> => page.locator(':focus').evaluate(nameOf);

    test('a recording that cannot be played says why that may be, and plays when tried again', async () => {
        const page = await pageOf('Contact', /^Mathieu Bergeron$/);
        // A page to sign in on comes as HTML, whatever was asked for.
        await page.route(RECORDINGS, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Sign in</h1>' }));
        await openFirst(page);
        await page.getByRole('button', { name: 'Play', exact: true }).click();
        await page.getByText('This recording can’t be played here.').waitFor();
        const link = page.getByRole('link', { name: 'Open the recording' });
        assert.match((await link.getAttribute('href')) ?? '', RECORDINGS);
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.unroute(RECORDINGS);
        await page.getByRole('button', { name: 'Try again' }).click();
        await page.getByRole('button', { name: 'Play', exact: true }).click();
        await page.getByRole('button', { name: 'Pause' }).waitFor();
        await page.close();
    });

    test('while a recording is fetched, the player says so', async () => {
        const page = await pageOf('Contact', /^Mathieu Bergeron$/);
        let release = (): void => {};
        const held = new Promise<void>((resolve) => (release = resolve));
        await page.route(RECORDINGS, async (route) => {
            await held;
            await route.continue();
        });
        await openFirst(page);
        await page.getByRole('button', { name: 'Play', exact: true }).click();
        await page.getByRole('status').filter({ hasText: 'Loading…' }).waitFor();
        release();
        await page.getByText('Loading…').waitFor({ state: 'detached' });
        await page.getByText(/^0:0\d \/ \d:\d\d$/).waitFor();
        await page.close();
    });

    test('the keyboard goes from the top of the timeline to its rows, in the order of the eye', async () => {
        const page = await pageOf('Contact', /^Jean Tremblay$/);
        await page.locator('c-quo-timeline-row').first().waitFor();
        await page.getByRole('button', { name: 'Expand all' }).focus();
        const seen: string[] = [];
        for (let stop = 0; stop < 6; stop += 1) {
            seen.push(await focused(page));
            await page.keyboard.press('Tab');
        }
        assert.deepEqual(seen.slice(0, 5), ['Expand all', 'Refresh', 'Got it', 'Search the activity shown', 'Filter']);
        assert.match(seen[5] ?? '', /^Details of/);
        assert.match(await focused(page), /^Open the task: /);
        await page.close();
    });

    test('what a first visit says is dismissed by keyboard, and stays away in this browser', async () => {
        const page = await pageOf('Contact', /^Jean Tremblay$/);
        const heading = page.getByText('Your first time here?');
        await heading.waitFor();
        await page.getByRole('button', { name: 'Got it' }).focus();
        await page.keyboard.press('Enter');
        await heading.waitFor({ state: 'detached' });
        assert.equal(await focused(page), 'Search the activity shown');
        await page.reload();
        await page.locator('c-quo-timeline-row').first().waitFor();
        assert.equal(await heading.count(), 0);
        await page.close();
    });

    test('after “show more” by keyboard, the keyboard is at the first of the new rows', async () => {
        const rows = Array.from({ length: 30 }, (_, index) => ({
            attributes: { type: 'Task', referenceId: `more${index}` },
            WhoId: '@more',
            Status: 'Completed',
            Quo_Key__c: `more_${index}`,
            Quo_Kind__c: 'Call',
            Quo_Started_At__c: new Date(Date.UTC(2026, 0, 30 - index)).toISOString()
        }));
        const contact = { attributes: { type: 'Contact', referenceId: 'more' }, LastName: 'Beaucoup' };
        await lightning().control('/seed', { records: [contact, ...rows] });
        const page = await pageOf('Contact', /^Beaucoup$/);
        await page.locator('c-quo-timeline-row').nth(24).waitFor();
        await page.getByRole('button', { name: 'Show more' }).focus();
        await page.keyboard.press('Enter');
        await page.locator('c-quo-timeline-row').nth(29).waitFor();
        await until('the keyboard is at a row', async () => /^Details of/.test(await focused(page)), 5_000);
        const at = await page.locator('c-quo-timeline-row').evaluateAll(indexOfFocus);
        assert.equal(at, 25);
        await page.close();
    });

    test('a follow-up saved by keyboard keeps the keyboard; a refused one says what Salesforce says', async () => {
        const page = await pageOf('Sona_Call__c', /^Josée/);
        await page.getByRole('button', { name: 'Not needed' }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Reopen' }).waitFor();
        await until('the keyboard stays', async () => (await focused(page)) === 'Reopen', 5_000);
        await lightning().control('/record-failures', {
            object: 'Sona_Call__c',
            errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
            message: 'Only a manager reopens follow-ups.'
        });
        await page.keyboard.press('Enter');
        await page.getByText(/Only a manager reopens follow-ups\./).waitFor();
        lightning().expectComplaint(REFUSED);
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.getByRole('button', { name: 'Reopen' }).click();
        await page.getByRole('button', { name: 'Mark as done' }).waitFor();
        await page.close();
    });

    test('names and texts of any script and length stay inside, at any width', async () => {
        const page = await pageOf('Contact', /^Jean Tremblay$/, 'lang=fr');
        const name = 'محمد عبد الرحمن 👩‍👩‍👧‍👦 Maximilien-Alexandre-de-la-Bruère-Montmorency-Saint-Barthélemy';
        await page.route(/graphql$/, async (route) => {
            const response = await route.fetch();
            const text = (await response.text()).replaceAll('Jean Tremblay', name);
            await route.fulfill({ response, body: text });
        });
        await page.reload();
        await page.locator('c-quo-timeline-row').first().waitFor();
        await page.locator('.expand-all button').click();
        for (const width of [1280, 768, 320]) {
            await page.setViewportSize({ width, height: 900 });
            assert.deepEqual([width, await overflow(page)], [width, 0]);
        }
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.close();
    });

    test('nothing of ours moves, so nothing must be stilled for those who ask for less motion', async () => {
        const page = await pageOf('Contact', /^Jean Tremblay$/);
        await page.locator('c-quo-timeline-row').first().waitFor();
        await openFirst(page);
        assert.equal(await page.locator('c-quo-timeline').evaluate(movingParts), 0);
        await page.close();
    });
}

/** Runs in the browser: what a screen reader would call the element. */
function nameOf(element: unknown): string {
    const { ariaLabel, title, innerText, labels } = element as {
        ariaLabel: string | null;
        title: string;
        innerText: string;
        labels?: ArrayLike<{ innerText: string }>;
    };
    return (ariaLabel ?? labels?.[0]?.innerText ?? (innerText || title)).trim();
}

/** Runs in the browser: which of the elements holds what has the keyboard. */
function indexOfFocus(elements: readonly unknown[]): number {
    return elements.findIndex((element) =>
        (element as { matches(selector: string): boolean }).matches(':focus-within')
    );
}

/** Runs in the browser: animations that run by themselves. */
function movingParts(element: unknown): number {
    const root = element as { getAnimations(options: { subtree: boolean }): readonly { playState: string }[] };
    return root.getAnimations({ subtree: true }).filter(({ playState }) => playState === 'running').length;
}
