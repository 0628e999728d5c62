import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './axe.ts';
import type { Lightning } from './open-lightning.ts';

const REFUSED = /Loading the image .* violates the following Content Security Policy/;

/** Photos that clients send by text. */
export function photoTests(lightning: () => Lightning): void {
    const openUnder = async (policy: string): Promise<Page> => {
        const { Id } = await lightning().named('Contact', 'Sébastien Lefebvre');
        const page = await lightning().open('/?lang=en');
        await page.goto(`${lightning().stage.url}/r/${Id}?lang=en`);
        await page.locator('head').evaluate(follow, policy);
        return page;
    };
    const open = async (policy: string): Promise<Page> => {
        const page = await openUnder(policy);
        const texts = page.locator('c-quo-timeline-row').filter({ hasText: 'Text messages' }).first();
        await texts.getByRole('button', { name: /^Details of/ }).click();
        await page.locator('c-quo-photo').nth(1).waitFor();
        return page;
    };

    test('photos of a text come from the connector, as thumbnails with a name, opened large by keyboard and closed by Escape', async () => {
        await lightning().play('text-media-only');
        // As an org has it that trusts the connector and nobody else.
        const page = await open(`img-src 'self' data: ${lightning().world.connector.url}`);
        const photo = page.getByRole('img', { name: 'Photo 1 of 2 from Sébastien Lefebvre' });
        assert.ok((await photo.evaluate(naturalWidth)) > 0, 'the photo has come');
        const thumbnail = page.getByRole('button', { name: 'Enlarge: Photo 1 of 2 from Sébastien Lefebvre' });
        await thumbnail.focus();
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog', { name: 'Photo 1 of 2 from Sébastien Lefebvre' });
        await dialog.getByRole('button', { name: 'Close' }).waitFor();
        assert.deepEqual(await accessibilityFaults(page), []);
        await keepPicture(page, 'photo-large');
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
        assert.equal(
            await page.locator(':focus').getAttribute('aria-label'),
            await thumbnail.getAttribute('aria-label')
        );
        await keepPicture(page, 'photo-thumbnails');
        const field = (await lightning().records('Task'))
            .map((task) => String(task['Quo_Recording_URL__c']))
            .find((url) => url.includes('/attachments/'));
        assert.ok(field);
        assert.equal((await fetch(field)).headers.get('content-type'), 'image/png', 'as the field’s link');
        const shared = field.replace(/&[dgp]=[^&]*/g, '');
        const asked = await fetch(shared, { redirect: 'manual' });
        assert.match(asked.headers.get('location') ?? '', /^\/sign-in\?to=/, 'as the Description’s link');
        await page.close();
    });

    test('whoever may not see photos is told so with the link, and the connector is asked for none', async () => {
        const { Id } = await lightning().named('Contact', 'Sébastien Lefebvre');
        const page = await lightning().open('/?lang=en');
        const asked: string[] = [];
        page.on('request', (request) => void asked.push(request.url()));
        await page.goto(`${lightning().stage.url}/r/${Id}?lang=en&rights=Quo_User`);
        const details = page.getByRole('button', { name: /^Details of Text messages/ });
        await details.first().click();
        await page.getByText('You may not see photos of texts.').first().waitFor();
        await page.getByText('You may not see photos of texts.').first().scrollIntoViewIfNeeded();
        await keepPicture(page, 'photo-refused');
        const link = await page.getByRole('link', { name: 'Open the photo' }).first().getAttribute('href');
        assert.match(link ?? '', /\/attachments\/AC/);
        assert.doesNotMatch(link ?? '', /[&?](g|p)=/, 'it proves nothing');
        assert.deepEqual(
            asked.filter((url) => url.includes('/attachments/')),
            []
        );
        await page.close();
    });

    test('a photo that the page may not show is a link, with a sentence', async () => {
        const blocked = await openUnder("img-src 'self' data:");
        await blocked
            .getByRole('button', { name: /^Details of Text messages/ })
            .first()
            .click();
        await blocked.getByText('This photo can’t be shown here.').first().waitFor();
        assert.equal(await blocked.getByRole('link', { name: 'Open the photo' }).count(), 2);
        // The browser says so of each photo, some of them twice.
        do lightning().expectComplaint(REFUSED);
        while (lightning().complaints.some((complaint) => REFUSED.test(complaint)));
        await blocked.close();
    });
}

async function keepPicture(page: Page, name: string): Promise<void> {
    const folder = process.env['SCREENSHOTS'];
    if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Runs in the browser: the page follows a content security policy from now on. */
function follow(element: unknown, policy: string): void {
    const head = element as { ownerDocument: { createElement(name: string): object }; append(child: object): void };
    head.append(
        Object.assign(head.ownerDocument.createElement('meta'), {
            httpEquiv: 'Content-Security-Policy',
            content: policy
        })
    );
}

/** Runs in the browser: 0 until the picture has come. */
async function naturalWidth(element: unknown): Promise<number> {
    const image = element as { decode(): Promise<void>; naturalWidth: number };
    await image.decode();
    return image.naturalWidth;
}
