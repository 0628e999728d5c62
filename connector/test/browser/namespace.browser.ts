import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { getJson, postJson } from 'sandbox-play/http.ts';
import { startPart, type Part } from 'sandbox-play/part.ts';
import { startStage, type RunningStage } from 'lightning-stage/start-stage.ts';
import { openBrowser } from './open-browser.ts';
import { until } from './open-lightning.ts';

const ORG = fileURLToPath(new URL('../../sandbox/salesforce-simulator/main.ts', import.meta.url));
const folder = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const METADATA = ['--package', folder('force-app'), '--metadata', folder('unpackaged')];
const STARTED = '2026-11-22T15:00:00.000+0000';
const tree = (type: string, referenceId: string, fields: object) => ({ attributes: { type, referenceId }, ...fields });

const RECORDS = [
    tree('Contact', 'jean', { FirstName: 'Jean', LastName: 'Tremblay', MobilePhone: '+15145550201' }),
    tree('Task', 'task', {
        Subject: 'Appel',
        Status: 'Completed',
        Priority: 'Normal',
        WhoId: '@jean',
        CallType: 'Inbound',
        quo__Quo_Key__c: 'call_AC1',
        quo__Quo_Kind__c: 'Call',
        quo__Quo_Outcome__c: 'handled by Sona',
        quo__Quo_Started_At__c: STARTED,
        quo__Quo_Inbox__c: 'Ventes',
        quo__Quo_Match__c: 'matched'
    }),
    tree('quo__Sona_Call__c', 'sona', {
        Name: 'Jean',
        quo__Quo_Call_Id__c: 'AC1',
        quo__Title__c: 'Fuite au plafond',
        quo__Contact__c: '@jean',
        quo__Started_At__c: STARTED,
        quo__Follow_Up_Status__c: 'to do'
    }),
    tree('quo__Sona_Answer__c', 'answer', {
        quo__Sona_Call__c: '@sona',
        quo__Quo_Answer_Key__c: 'AC1_1',
        quo__Job__c: 'Message',
        quo__Question__c: 'Urgent?',
        quo__Answer__c: 'Oui',
        quo__Position__c: 1
    })
];

describe('installed as a managed package, every name carries the namespace', { timeout: 180_000 }, () => {
    let org: Part;
    let stage: RunningStage;
    let browser: Browser;
    let ids: Record<string, string>;
    before(async () => {
        org = await startPart('simulated org', ORG, ['--port', '0', '--namespace', 'quo', ...METADATA], process.env);
        ids = await postJson(`${org.url}/_control/seed`, { records: RECORDS });
        stage = await startStage({ orgUrl: org.url, namespace: 'quo' });
        browser = await openBrowser();
    });
    after(async () => {
        await browser?.close();
        await stage?.close();
        await org?.stop();
    });

    test('the timeline shows the call, with what Sona noted', async () => {
        const page = await browser.newPage();
        await page.goto(`${stage.url}/r/${ids['jean']}?lang=en`);
        await page.locator('c-quo-timeline-row').getByText('Fuite au plafond').waitFor();
        await page.locator('c-quo-call-button').getByText('(514) 555-0201').waitFor();
        assert.equal(await page.locator('c-quo-message-card').count(), 0);
        await page.close();
    });

    test('the Sona page reads and writes', async () => {
        const page = await browser.newPage();
        await page.goto(`${stage.url}/r/${ids['sona']}?lang=en`);
        await page.locator('c-sona-answers').getByText('Urgent?').waitFor();
        await page.getByRole('button', { name: 'Mark as done' }).click();
        await until('the follow-up is done', async () => {
            const { records } = await getJson<{ records: Record<string, unknown>[] }>(
                `${org.url}/_control/records?type=quo__Sona_Call__c`
            );
            return records[0]?.['quo__Follow_Up_Status__c'] === 'done';
        });
        await page.close();
    });
});
