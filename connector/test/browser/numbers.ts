import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { until, type Lightning } from './open-lightning.ts';

/** Activities are private: who decides about those of nobody is let to see them. */
const ADMIN = 'rights=admin';

/** The numbers that nobody, or several people, were found for. */
export function numberTests(lightning: () => Lightning): void {
    const open = async () => {
        const page = await lightning().open(`/app/numbers?lang=en&${ADMIN}`);
        await page.locator('c-quo-unmatched-number').first().waitFor();
        return page;
    };
    const unknown = async () =>
        (await lightning().records('Task')).filter((task) => task['Quo_Match__c'] === 'unmatched');
    const rowOf = (page: Page, number: unknown) =>
        page.locator('c-quo-unmatched-number').filter({
            hasText: String(number).replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3')
        });

    test('one decision links every activity of a number, and the connector keeps to it', async () => {
        const page = await open();
        const [task] = (await unknown()).filter(({ Quo_External_Number__c: number }) => /^\+1437/.test(String(number)));
        assert.ok(task);
        const number = task['Quo_External_Number__c'];
        const row = rowOf(page, number);
        await row.getByRole('button', { name: 'Link' }).click();
        await row.getByRole('combobox').pressSequentially('nadia');
        await page.getByRole('option', { name: /Nadia Haddad Contact/ }).click();
        await page.getByText(/is linked to Nadia Haddad/).waitFor();
        await row.waitFor({ state: 'detached' });
        const nadia = await lightning().named('Contact', 'Nadia Haddad');
        await until('every activity of the number is hers', async () =>
            (await lightning().records('Task'))
                .filter((one) => one['Quo_External_Number__c'] === number)
                .every((one) => one['WhoId'] === nadia.Id && one['Quo_Match__c'] === 'matched')
        );
        await page.close();
    });

    test('a number becomes a lead', async () => {
        const page = await open();
        const [task] = (await unknown()).filter(({ Quo_External_Number__c: number }) => /^\+1437/.test(String(number)));
        assert.ok(task);
        const row = rowOf(page, task['Quo_External_Number__c']);
        await row.getByRole('button', { name: 'Create a lead' }).click();
        await row.getByRole('textbox', { name: 'Last name' }).fill('Zacharie');
        await row.getByRole('textbox', { name: 'Company' }).fill('Toits Zacharie');
        await row.getByRole('button', { name: 'Create and link' }).click();
        await row.waitFor({ state: 'detached' });
        const lead = (await lightning().records('Lead')).find(({ LastName }) => LastName === 'Zacharie');
        assert.equal(lead?.['Quo_Phone__c'], task['Quo_External_Number__c']);
        const linked = (await lightning().records('Task')).find(({ Id }) => Id === task.Id);
        assert.equal(linked?.['WhoId'], lead?.Id);
        await page.close();
    });

    test('several candidates are named, so that a person can choose', async () => {
        const page = await open();
        const row = page.locator('c-quo-unmatched-number').filter({ hasText: 'Several matches' }).first();
        assert.match(await row.innerText(), /Lavoie/);
        await page.close();
    });
}
