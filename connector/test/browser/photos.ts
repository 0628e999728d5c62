import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './axe.ts';
import type { Lightning } from './open-lightning.ts';

const REFUSED = /Loading the image .* violates the following Content Security Policy/;

/** Photos that clients send by text. */
export function photoTests(lightning: () => Lightning): void {
    const open = async (): Promise<Page> => {
        const { Id } = await lightning().named('Contact', 'Sébastien Lefebvre');
        const page = await lightning().open(`/r/${Id}?lang=en`);
        const texts = page.locator('c-quo-timeline-row').filter({ hasText: 'Text messages' }).first();
        await texts.getByRole('button', { name: /^Details of/ }).click();
        await page.locator('c-quo-photo').nth(1).waitFor();
        return page;
    };

    test('photos of a text are thumbnails with a name, opened large by keyboard and closed by Escape', async () => {
        await lightning().play('text-media-only');
        const page = await open();
        const photo = page.getByRole('img', { name: 'Photo 1 of 2 from Sébastien Lefebvre' });
        assert.ok((await photo.evaluate(naturalWidth)) > 0, 'the photo has come');
        const thumbnail = page.getByRole('button', { name: 'Enlarge: Photo 1 of 2 from Sébastien Lefebvre' });
        await thumbnail.focus();
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog', { name: 'Photo 1 of 2 from Sébastien Lefebvre' });
        await dialog.getByRole('button', { name: 'Close' }).waitFor();
        assert.deepEqual(await accessibilityFaults(page), []);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
        assert.equal(
            await page.locator(':focus').getAttribute('aria-label'),
            await thumbnail.getAttribute('aria-label')
        );
        await page.close();
    });

    test('a photo that the page may not show is a link, with a sentence', async () => {
        const { Id } = await lightning().named('Contact', 'Sébastien Lefebvre');
        const blocked = await lightning().open('/?lang=en');
        await blocked.route(/\/r\//, async (route) => {
            const response = await route.fetch();
            const headers = { ...response.headers(), 'content-security-policy': "img-src 'self' data:" };
            await route.fulfill({ response, headers });
        });
        await blocked.goto(`${lightning().stage.url}/r/${Id}?lang=en`);
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

/** Runs in the browser: 0 until the picture has come. */
async function naturalWidth(element: unknown): Promise<number> {
    const image = element as { decode(): Promise<void>; naturalWidth: number };
    await image.decode();
    return image.naturalWidth;
}
