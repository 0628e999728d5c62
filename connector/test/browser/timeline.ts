import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { until, type Lightning } from './open-lightning.ts';
import { noteSounds, soundsOf } from './sounds.ts';

const rows = (page: Page) => page.locator('c-quo-timeline-row');
const contactPage = async (lightning: Lightning, name: string, query = 'lang=en') =>
    lightning.open(`/r/${(await lightning.named('Contact', name)).Id}?${query}`);

/** The timeline of a contact, from the webhook to the screen. */
export function timelineTests(lightning: () => Lightning): void {
    test('a call that ends in Quo appears on the contact’s page', async () => {
        const page = await contactPage(lightning(), 'Jean Tremblay');
        // A call of shortly before midnight is of yesterday, whatever the hour at which this runs.
        await page
            .getByRole('heading', { name: /^(Today|Yesterday)$/ })
            .first()
            .waitFor();
        const before = await rows(page).count();
        await lightning().play('opportunity-through-role');
        await page.getByRole('button', { name: 'Refresh' }).click();
        await rows(page).nth(before).waitFor();
        assert.equal(await rows(page).count(), before + 1);
        await page.close();
    });

    test('the recording plays in place, at the chosen speed', async () => {
        const page = await contactPage(lightning(), 'Mathieu Bergeron');
        await noteSounds(page);
        await page.reload();
        await page
            .getByRole('button', { name: /^Details of/ })
            .first()
            .click();
        await page.getByRole('button', { name: 'Play', exact: true }).click();
        await page.getByRole('button', { name: 'Pause' }).waitFor();
        const audio = async () => (await soundsOf(page))[0];
        await until('the recording moves', async () => ((await audio())?.currentTime ?? 0) > 0.2);
        await page.getByRole('button', { name: 'Speed' }).click();
        await page.getByRole('menuitemcheckbox', { name: '2×' }).click();
        assert.equal((await audio())?.playbackRate, 2);
        await page.getByRole('button', { name: 'Pause' }).click();
        await page.getByRole('button', { name: 'Forward 10 seconds' }).click();
        assert.match((await page.getByRole('slider').getAttribute('aria-valuetext')) ?? '', /^0:1\d of/);
        await page.close();
    });

    test('whoever may not listen is told so, and is given no link', async () => {
        const page = await contactPage(lightning(), 'Mathieu Bergeron', 'lang=en&rights=Quo_User');
        await page
            .getByRole('button', { name: /^Details of/ })
            .first()
            .click();
        await page.getByText('You may not listen to recordings').waitFor();
        assert.equal(await page.getByRole('button', { name: /^Play/ }).count(), 0);
        assert.equal(await page.locator('a[href*="/recordings/"]').count(), 0);
        await page.close();
    });

    test('a filter asks the org, shows only what it names, and is remembered', async () => {
        const page = await contactPage(lightning(), 'Jean Tremblay');
        await rows(page).first().waitFor();
        await page.getByRole('button', { name: 'Filter' }).click();
        await page.getByRole('combobox', { name: 'Activity' }).click();
        const answer = page.waitForResponse(/graphql/);
        await page.getByRole('option', { name: 'Text messages' }).click();
        await answer;
        await page.getByRole('button', { name: 'Filter (1)' }).waitFor();
        for (const row of await rows(page).all()) assert.match(await row.innerText(), /Text messages/);
        await page.reload();
        await page.getByRole('button', { name: 'Filter (1)' }).click();
        await page.getByRole('button', { name: 'Clear filters' }).click();
        await page.getByText('Handled by Sona').first().waitFor();
        await page.close();
    });

    test('the first page is one query, after one question about what may be read', async () => {
        const { Id } = await lightning().named('Contact', 'Jean Tremblay');
        const page = await lightning().open('/?lang=en&rights=');
        const asked: string[] = [];
        page.on('request', (request) => {
            const address = new URL(request.url()).pathname;
            if (/\/graphql$|\/object-info\//.test(address)) asked.push(address.replace(/.*v\d+\.0\//, ''));
        });
        await page.goto(`${lightning().stage.url}/r/${Id}?lang=en`);
        await rows(page).first().waitFor();
        assert.deepEqual(asked, [
            'ui-api/object-info/batch/Task,Sona_Call__c,Contact,Lead,Account,Opportunity,User',
            'graphql'
        ]);
        await page.close();
    });

    test('everything works by keyboard alone', async () => {
        const page = await contactPage(lightning(), 'Jean Tremblay');
        await rows(page).first().waitFor();
        const toggle = page.getByRole('button', { name: /^Details of/ }).first();
        await toggle.focus();
        await page.keyboard.press('Enter');
        assert.equal(await toggle.getAttribute('aria-expanded'), 'true');
        await page.getByText('Why this record').waitFor();
        await page.keyboard.press('Space');
        assert.equal(await toggle.getAttribute('aria-expanded'), 'false');
        await page.close();
    });

    test('on an account, the calls of its contacts are there', async () => {
        const { Id } = await lightning().named('Account', 'Construction Tremblay & Fils');
        const page = await lightning().open(`/r/${Id}?lang=en`);
        await rows(page).filter({ hasText: 'Jean Tremblay' }).first().waitFor();
        await page.close();
    });

    test('when the org cannot list Tasks, Sona calls still show, with a notice', async () => {
        const { Id } = await lightning().named('Contact', 'Jean Tremblay');
        const page = await lightning().open('/?lang=en');
        await page.route(/graphql$/, async (route) => {
            const response = await route.fetch();
            const answer = (await response.json()) as { data: { uiapi: { query: { tasks?: unknown } } } };
            answer.data.uiapi.query.tasks = null;
            await route.fulfill({ response, json: { ...answer, errors: [{ message: 'Task is not supported' }] } });
        });
        await page.goto(`${lightning().stage.url}/r/${Id}?lang=en`);
        await page.getByText('only the calls handled by Sona are shown').waitFor();
        await page.getByRole('button', { name: 'Open the standard activity list' }).waitFor();
        assert.equal(await rows(page).count(), 1);
        await page.close();
    });

    test('a failure says what to do, and trying again works', async () => {
        const { Id } = await lightning().named('Contact', 'Jean Tremblay');
        const page = await lightning().open('/?lang=en');
        await page.route(/graphql$/, (route) =>
            route.fulfill({ json: { data: null, errors: [{ message: 'REQUEST_LIMIT_EXCEEDED' }] } })
        );
        await page.goto(`${lightning().stage.url}/r/${Id}?lang=en`);
        await page.getByText('Salesforce has received too many requests.').waitFor();
        await page.unroute(/graphql$/);
        await page.getByRole('button', { name: 'Try again' }).click();
        await rows(page).first().waitFor();
        await page.close();
    });

    test('without the permission, a sentence and a remedy', async () => {
        const page = await contactPage(lightning(), 'Jean Tremblay', 'lang=fr&rights=');
        await page.getByText('Vous n’avez pas accès à l’activité Quo').waitFor();
        assert.equal(await rows(page).count(), 0);
        await page.close();
    });
}
