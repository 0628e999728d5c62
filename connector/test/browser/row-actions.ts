import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults } from './axe.ts';
import { until, type Lightning } from './open-lightning.ts';

/** What a rep does next from a row, down to the record in the org. */
export function rowActionTests(lightning: () => Lightning): void {
    const contactPage = async (name: string, query = 'lang=en') =>
        lightning().open(`/r/${(await lightning().named('Contact', name)).Id}?${query}`);
    const actionsOf = (row: Locator) => row.getByRole('button', { name: /^Actions for/ });
    const rowOf = (page: Page, what: RegExp) => page.locator('c-quo-timeline-row', { hasText: what }).first();

    test('a note from the row lands below the task’s comments, whose own words stay', async () => {
        // Whoever may edit everybody's tasks.
        const page = await contactPage('Mathieu Bergeron', 'lang=en&rights=admin');
        const row = page.locator('c-quo-timeline-row').first();
        const href = await row.locator('h4 a').first().getAttribute('href');
        const taskId = /00T\w{15}/.exec(href ?? '')?.[0];
        const description = async (): Promise<string> =>
            String((await lightning().records('Task')).find(({ Id }) => Id === taskId)?.['Description']);
        const before = await description();
        await actionsOf(row).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('menuitem', { name: 'Add a note' }).waitFor();
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.getByRole('menuitem', { name: 'Add a note' }).click();
        await page.keyboard.type('Wants a quote for the garage');
        await row.getByRole('button', { name: 'Save', exact: true }).click();
        await row.getByRole('textbox', { name: 'Your note' }).waitFor({ state: 'detached' });
        assert.equal(await description(), `${before}\n\nWants a quote for the garage`);
        await row.getByRole('button', { name: /^Details of/ }).click();
        await row.locator('.notes').getByText('Wants a quote for the garage').waitFor();
        await page.close();
    });

    test('whoever may not edit a colleague’s task is told so beside the note, which stays', async () => {
        const page = await contactPage('Mathieu Bergeron');
        const row = page.locator('c-quo-timeline-row').first();
        await actionsOf(row).click();
        await page.getByRole('menuitem', { name: 'Add a note' }).click();
        await row.getByRole('textbox', { name: 'Your note' }).fill('Not mine');
        await row.getByRole('button', { name: 'Save', exact: true }).click();
        await row.getByText('You don’t have access to this.').waitFor();
        assert.equal(await row.getByRole('textbox', { name: 'Your note' }).inputValue(), 'Not mine');
        lightning().expectComplaint(/400/);
        await page.close();
    });

    test('a follow-up that Sona left is marked done from the row, and its badge goes', async () => {
        const his = (await lightning().records('Sona_Call__c')).find(({ Name }) =>
            String(Name).startsWith('Jean Tremblay')
        );
        const sona = await lightning().open(`/r/${his?.Id ?? ''}?lang=en`);
        await sona.getByRole('button', { name: /^(Mark as done|Reopen)$/ }).waitFor();
        const reopen = sona.getByRole('button', { name: 'Reopen' });
        if (await reopen.isVisible()) await reopen.click();
        await sona.getByRole('button', { name: 'Mark as done' }).waitFor();
        await sona.close();
        const page = await contactPage('Jean Tremblay');
        const row = rowOf(page, /Follow-up to do/);
        await row.waitFor();
        const open = async (): Promise<number> =>
            (await lightning().records('Sona_Call__c')).filter((call) => call['Follow_Up_Status__c'] === 'to do')
                .length;
        const before = await open();
        await actionsOf(row).click();
        await page.getByRole('menuitem', { name: 'Mark the follow-up done' }).click();
        await until('one follow-up less', async () => (await open()) === before - 1);
        await page.close();
    });

    test('a follow-up task opens in the org’s own form, with who, what and when filled in', async () => {
        const page = await contactPage('Mathieu Bergeron', 'lang=fr');
        const { Id } = await lightning().named('Contact', 'Mathieu Bergeron');
        await page.evaluate(`window.addEventListener('stage-navigate', (event) => {
            event.preventDefault();
            document.title = JSON.stringify(event.detail);
        })`);
        await page
            .getByRole('button', { name: /^Actions pour/ })
            .first()
            .click();
        await page.getByRole('menuitem', { name: 'Créer une tâche de suivi' }).click();
        await until('the form is asked for', async () => (await page.title()).includes('standard__objectPage'));
        const title = await page.title();
        const values = new Map(
            (/"defaultFieldValues":"([^"]+)"/.exec(title)?.[1] ?? '')
                .split(',')
                .map((pair) => pair.split('=').map(decodeURIComponent) as [string, string])
        );
        assert.equal(values.get('WhoId'), Id);
        assert.match(values.get('Subject') ?? '', /^Suivi\s: .*Mathieu Bergeron/);
        assert.match(values.get('ActivityDate') ?? '', /^\d{4}-\d{2}-\d{2}$/);
        await page.close();
    });
}
