import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFaults, overflow } from './axe.ts';
import { until, type Lightning } from './open-lightning.ts';
import { noteSounds, soundsOf } from './sounds.ts';

/** Transcripts are private: an administrator is let to see them, whoever owns them. */
const RIGHTS = 'lang=en&rights=admin';
const LINES = [
    { side: 'us', who: 'Marie-Ève Gagnon', start: 0, end: 3, text: 'Toitures Tremblay, bonjour.' },
    { side: 'them', who: 'Mathieu Bergeron', start: 3.5, end: 8, text: 'Bonjour, j’ai une fuite au-dessus du salon.' },
    { side: 'us', who: 'Marie-Ève Gagnon', start: 60, end: 61.5, text: 'Depuis quand?' },
    { side: 'them', who: null, start: 62, end: 66, text: 'Depuis la pluie d’hier.' }
];

/** Gives the org the transcript of the call of that contact. @returns the contact's id */
export async function transcribe(lightning: Lightning, name: string): Promise<string> {
    const { Id } = await lightning.named('Contact', name);
    const task = (await lightning.records('Task')).find(
        ({ WhoId, Quo_Kind__c: kind }) => WhoId === Id && kind === 'Call'
    );
    assert.ok(task);
    if ((await lightning.records('Quo_Transcript__c')).some(({ Task_Id__c: id }) => id === task.Id)) return Id;
    const transcript = {
        attributes: { type: 'Quo_Transcript__c', referenceId: 'transcript' },
        Transcript_Key__c: `${task.Id}_1`,
        Task_Id__c: task.Id,
        Part__c: 1,
        Parts__c: 1,
        Lines__c: JSON.stringify(LINES)
    };
    await lightning.control('/seed', { records: [transcript] });
    return Id;
}

/** Runs in the browser. */
const numberOf = (element: unknown, property: string) => (element as Record<string, number>)[property] ?? 0;

/** A recording and what is said in it, heard and read. */
export function playerTests(lightning: () => Lightning): void {
    const open = async (address: string): Promise<Page> => {
        const page = await lightning().open('/?lang=en');
        await noteSounds(page);
        await page.goto(lightning().stage.url + address);
        await page.locator('c-quo-timeline-row').first().waitFor();
        return page;
    };
    const openCall = async (): Promise<Page> => {
        const page = await open(`/r/${await transcribe(lightning(), 'Mathieu Bergeron')}?${RIGHTS}`);
        await details(page).click();
        await page.locator('c-quo-transcript .line').nth(3).waitFor();
        return page;
    };
    const details = (page: Page) => page.getByRole('button', { name: /^Details of/ }).first();
    const lit = (page: Page) => page.locator('c-quo-transcript [aria-current="true"]').innerText();
    const playing = async (page: Page) => (await soundsOf(page)).filter(({ paused }) => !paused);

    test('a click on the third line plays from there, and the lit line follows', async () => {
        const page = await openCall();
        await page.getByRole('button', { name: /Depuis quand/ }).click();
        await page.getByRole('button', { name: 'Pause' }).waitFor();
        await until('the third line is lit', async () => /Depuis quand/.test(await lit(page)));
        const [sound] = await soundsOf(page);
        assert.ok((sound?.currentTime ?? 0) >= 60, `it plays at ${sound?.currentTime}`);
        await until('the fourth line is lit', async () => /pluie d’hier/.test(await lit(page)));
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.close();
    });

    test('a search marks what it finds in the transcript, and silence is skipped when asked to', async () => {
        const page = await openCall();
        await page.getByRole('searchbox', { name: 'Search the transcript' }).fill('HIER');
        await page.getByText('1 of 1', { exact: true }).waitFor();
        assert.equal(await page.locator('c-quo-transcript mark').innerText(), 'hier');
        await page.getByRole('button', { name: 'Skip silence' }).click();
        await page.getByRole('button', { name: /une fuite/ }).click();
        await page.getByRole('slider').evaluate(moveTo, '20');
        await until('the silence is behind', async () => (await playing(page)).some((one) => one.currentTime > 59));
        await page.close();
    });

    test('in closed rows, a second recording stops the first; opened, the row goes on with it', async () => {
        const page = await open(`/app/everyone?${RIGHTS}`);
        const buttons = page.getByRole('button', { name: /^(Play|Pause): / });
        await buttons.nth(0).click();
        await until('the first plays', async () => (await playing(page)).length === 1);
        await buttons.nth(1).click();
        await until('the second plays', async () => (await soundsOf(page)).length === 2);
        await until('only the second plays', async () => {
            const [first, second] = await soundsOf(page);
            return first?.paused === true && second?.paused === false;
        });
        await page
            .getByRole('button', { name: /^Play: / })
            .nth(0)
            .waitFor();
        assert.equal(await page.getByRole('button', { name: /^Pause: / }).count(), 1);
        const row = page.locator('c-quo-timeline-row').filter({ has: page.getByRole('button', { name: /^Pause: / }) });
        await row.getByRole('button', { name: /^Details of/ }).click();
        await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
        assert.equal((await playing(page)).length, 1);
        await page.close();
    });

    test('a row that is closed and opened again has kept the place in its recording', async () => {
        const page = await openCall();
        await page.getByRole('button', { name: 'Forward 10 seconds' }).click();
        await details(page).click();
        await page.locator('c-quo-transcript').waitFor({ state: 'detached' });
        await details(page).click();
        assert.equal(await page.getByRole('slider').evaluate(numberOf, 'valueAsNumber'), 10);
        await page.close();
    });

    test('by keyboard, the lines are one stop, and Enter on one plays it', async () => {
        const page = await openCall();
        await page.locator('c-quo-transcript .line').first().focus();
        await page.keyboard.press('End');
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('Enter');
        await until('the third line is lit', async () => /Depuis quand/.test(await lit(page)));
        await page.close();
    });

    test('where the org’s policy forbids the sound, the host that is to be trusted is named, beside the link', async () => {
        const id = await transcribe(lightning(), 'Mathieu Bergeron');
        const page = await lightning().open('/?lang=en');
        await page.route(/\/r\//, async (route) => {
            const response = await route.fetch();
            const headers = { ...response.headers(), 'content-security-policy': "media-src 'self'" };
            await route.fulfill({ response, headers });
        });
        await page.goto(`${lightning().stage.url}/r/${id}?${RIGHTS}`);
        await page
            .getByRole('button', { name: /^Play: / })
            .first()
            .click();
        await page.getByText(/may not play sound from 127\.0\.0\.1:\d+ yet\./).waitFor();
        await page.getByRole('link', { name: 'Open the recording' }).waitFor();
        lightning().expectComplaint(/Content Security Policy/);
        await page.close();
    });

    test('on a phone, player and transcript fit, in both themes and languages', async () => {
        const id = await transcribe(lightning(), 'Mathieu Bergeron');
        for (const theme of ['1', '2'])
            for (const language of ['fr', 'en']) {
                const page = await lightning().open(`/r/${id}?rights=admin&theme=${theme}&lang=${language}`, 390);
                await page.locator('c-quo-timeline-row .toggle button').first().click();
                await page.locator('c-quo-transcript .line').first().waitFor();
                assert.deepEqual([theme, language, await overflow(page)], [theme, language, 0]);
                assert.deepEqual(await accessibilityFaults(page), []);
                await page.close();
            }
    });
}

/** Runs in the browser: what a finger on the slider does. */
function moveTo(element: unknown, value: string): void {
    const slider = element as { value: string; dispatchEvent(event: Event): void };
    slider.value = value;
    slider.dispatchEvent(new Event('input'));
}
