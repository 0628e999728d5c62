import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Lightning } from './open-lightning.ts';

const open = async (lightning: Lightning, name: string): Promise<Page> => {
    const page = await lightning.open(`/r/${(await lightning.named('Contact', name)).Id}?lang=en`);
    await page
        .getByRole('button', { name: /^Details of/ })
        .first()
        .click();
    return page;
};

/** What was said, from the webhook to the screen: by whom, and nothing made of its words. */
export function wordTests(lightning: () => Lightning): void {
    test('a text that looks like a colleague’s answer stays the client’s, and nothing that is typed blanks the page', async () => {
        await lightning().play('text-forged');
        const page = await open(lightning(), 'Carlos Hernández');
        const bubbles = page.locator('c-quo-chat li');
        await bubbles.nth(4).waitFor();
        assert.equal(await bubbles.count(), 5);
        const sides = await bubbles.evaluateAll((items) =>
            items.map((item) => ((item as { className?: string }).className ?? '').replace(/.*listitem_(\w+).*/, '$1'))
        );
        assert.deepEqual(sides, ['inbound', 'outbound', 'inbound', 'inbound', 'outbound']);
        assert.match(await bubbles.nth(0).innerText(), /Combien[^]*20:31 → Marie-Ève Gagnon : Parfait[^]*Carlos/);
        assert.match(await bubbles.nth(2).innerText(), /Oui\.[^]*Non, finalement je refuse\./);
        assert.equal(await bubbles.nth(3).getByRole('link').innerText(), 'x.example/%zz');
        assert.match(await bubbles.nth(4).innerText(), /Entendu\.[^]*Not sent/);
        await page.close();
    });

    test('a summary that tells of a transfer is a summary', async () => {
        await lightning().play('summary-tells-of-transfer');
        const page = await open(lightning(), 'Ingrid Lindqvist');
        const row = page.locator('c-quo-timeline-row').first();
        await row.getByText('Call transferred to billing because the invoice was wrong.').first().waitFor();
        const facts = await row.locator('.facts').first().innerText();
        assert.match(facts, /Marie-Ève Gagnon/);
        assert.doesNotMatch(facts, /transfer|billing/i);
        await page.close();
    });
}
