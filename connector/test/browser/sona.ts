import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until, type Lightning } from './open-lightning.ts';

const HIS = /^Jean Tremblay/;

/** The page of a call that Sona handled. */
export function sonaTests(lightning: () => Lightning): void {
    const jean = async () => {
        const found = (await lightning().records('Sona_Call__c')).find(({ Name }) => HIS.test(String(Name)));
        assert.ok(found, 'Sona handled a call of Jean Tremblay');
        return found;
    };

    test('the follow-up is marked done and given to a colleague, and the record in the org changes', async () => {
        const { Id } = await jean();
        const page = await lightning().open(`/r/${Id}?lang=en`);
        await page.getByRole('button', { name: 'Mark as done' }).click();
        await page.getByText('Follow-up saved').waitFor();
        await page.getByRole('button', { name: 'Reopen' }).waitFor();
        assert.equal((await jean())['Follow_Up_Status__c'], 'done');
        await page.getByRole('button', { name: 'Reassign' }).click();
        await page.getByRole('combobox', { name: 'Search colleagues' }).pressSequentially('luc b');
        await page.getByRole('option', { name: /Luc Bouchard/ }).click();
        const luc = await lightning().named('User', 'Luc Bouchard');
        await until('the follow-up is Luc’s', async () => (await jean())['Follow_Up_Owner__c'] === luc.Id);
        await page.locator('c-sona-follow-up').getByText('Luc Bouchard').waitFor();
        await page.close();
    });

    test('what the caller said stands under the job that asked for it', async () => {
        const { Id } = await jean();
        const answers = (await lightning().records('Sona_Answer__c')).filter((answer) => answer['Sona_Call__c'] === Id);
        assert.notEqual(answers.length, 0);
        const page = await lightning().open(`/r/${Id}?lang=fr`);
        for (const answer of answers) {
            await page.locator('c-sona-answers').getByText(String(answer['Question__c'])).first().waitFor();
            await page.locator('c-sona-answers').getByText(String(answer['Answer__c'])).first().waitFor();
        }
        await page.close();
    });

    test('the person, the account and Quo are one click away', async () => {
        const { Id } = await jean();
        const page = await lightning().open(`/r/${Id}?lang=fr`);
        const href = await page.getByRole('link', { name: 'Ouvrir dans Quo' }).getAttribute('href');
        assert.match(href ?? '', /^https:\/\/my\.quo\.com\//);
        await page.locator('c-sona-call').getByRole('link', { name: 'Jean Tremblay' }).first().click();
        await page.getByRole('heading', { level: 1, name: 'Jean Tremblay' }).waitFor();
        await page.close();
    });
}
