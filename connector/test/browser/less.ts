import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page, Request } from 'playwright-core';
import { accessibilityFaults } from './axe.ts';
import type { Lightning } from './open-lightning.ts';

interface ObjectInfos {
    readonly results: readonly { readonly statusCode: number; readonly result: unknown }[];
}

const OBJECT_INFOS = /\/object-info\/batch\/([^?]+)$/;
const GRAPHQL = /\/graphql$/;
const DENIED = {
    statusCode: 403,
    result: [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'No access to this object.' }]
};

/** What people see who may read less, and what they are told when a part of a page does not come. */
export function lessTests(lightning: () => Lightning): void {
    const rows = (page: Page) => page.locator('c-quo-timeline-row');
    /** A page whose org says that this user may not read an object. */
    const without = async (object: string): Promise<Page> => {
        const page = await lightning().open('/?lang=en&rights=');
        await page.route(OBJECT_INFOS, async (route) => {
            const names = OBJECT_INFOS.exec(decodeURIComponent(route.request().url()))?.[1]?.split(',') ?? [];
            const response = await route.fetch();
            const { results } = (await response.json()) as ObjectInfos;
            const json = { results: results.map((result, at) => (names[at] === object ? DENIED : result)) };
            await route.fulfill({ response, json });
        });
        return page;
    };
    const asked = (request: Request): string => (GRAPHQL.test(request.url()) ? (request.postData() ?? '') : '');

    test('a rep without opportunities sees everything else, and one line says what is left out', async () => {
        const { Id } = await lightning().named('Contact', 'Jean Tremblay');
        const page = await without('Opportunity');
        const queries: string[] = [];
        page.on('request', (request) => queries.push(asked(request)));
        await page.goto(`${lightning().stage.url}/r/${Id}?lang=en`);
        await rows(page).first().waitFor();
        await page.getByText('Not shown, because you don’t have access: opportunities.').waitFor();
        assert.ok(queries.some((query) => query.includes('quoTimeline')));
        assert.deepEqual(
            queries.filter((query) => query.includes('Opportunity')),
            []
        );
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.close();
    });

    test('a search for people names what it does not search; one that fails never says that nobody was found', async () => {
        const page = await without('Lead');
        await page.goto(`${lightning().stage.url}/app/numbers?lang=en&rights=admin`);
        await page.locator('.link button').first().click();
        const field = page.getByPlaceholder('Type a name');
        await field.fill('zzzz');
        await page
            .getByText(/Nothing found for “zzzz”.*Not searched, because you don’t have access: leads\./)
            .waitFor();
        await page.route(GRAPHQL, (route) =>
            route.fulfill({ json: { data: null, errors: [{ message: 'REQUEST_LIMIT_EXCEEDED' }] } })
        );
        await field.fill('yyyy');
        await page.getByText('Salesforce has received too many requests.').waitFor();
        assert.equal(await page.getByText('Nothing found').count(), 0);
        await page.close();
    });

    test('a further page that fails says so beside its button, which brings that page', async () => {
        const many = Array.from({ length: 30 }, (_, index) => ({
            attributes: { type: 'Task', referenceId: `page${index}` },
            WhoId: '@paged',
            Status: 'Completed',
            Quo_Key__c: `page_${index}`,
            Quo_Kind__c: 'Call',
            Quo_Started_At__c: new Date(Date.UTC(2026, 0, 30 - index)).toISOString()
        }));
        const contact = { attributes: { type: 'Contact', referenceId: 'paged' }, LastName: 'Longue-Histoire' };
        await lightning().control('/seed', { records: [contact, ...many] });
        const { Id } = await lightning().named('Contact', 'Longue-Histoire');
        const page = await lightning().open(`/r/${Id}?lang=en`);
        await rows(page).nth(24).waitFor();
        await page.route(GRAPHQL, (route) =>
            route.fulfill({ json: { data: null, errors: [{ message: 'Something broke' }] } })
        );
        await page.getByRole('button', { name: 'Show more' }).click();
        await page.getByText('The next activities couldn’t be loaded.').waitFor();
        assert.equal(await rows(page).count(), 25);
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.unroute(GRAPHQL);
        await page.getByRole('button', { name: 'Try again' }).click();
        await rows(page).nth(29).waitFor();
        assert.equal(await page.getByText('couldn’t be loaded').count(), 0);
        await page.close();
    });
}
