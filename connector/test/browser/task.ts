import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityFaults, overflow } from './axe.ts';
import { until, type Lightning } from './open-lightning.ts';
import { transcribe } from './player.ts';
import { noteSounds, soundsOf } from './sounds.ts';

/** The page of a task: where an activity leads that is opened from a report, a list or the standard timeline. */
export function taskTests(lightning: () => Lightning): void {
    const taskOf = async (contactId: string) => {
        const found = (await lightning().records('Task')).find(({ WhoId }) => WhoId === contactId);
        assert.ok(found);
        return found.Id;
    };

    test('on the page of its task, a call is heard and read as in the timeline', async () => {
        const contactId = await transcribe(lightning(), 'Mathieu Bergeron');
        const page = await lightning().open('/?lang=en');
        await noteSounds(page);
        await page.goto(`${lightning().stage.url}/r/${await taskOf(contactId)}?lang=en&rights=admin`);
        const task = page.locator('c-quo-task');
        await task.getByText('Le client demande une soumission pour son toit plat.').waitFor();
        await task.getByRole('link', { name: 'Mathieu Bergeron' }).waitFor();
        assert.equal(await task.getByRole('link', { name: 'Open the task' }).count(), 0);
        await task.getByRole('button', { name: /Depuis quand/ }).click();
        await until('it plays from there', async () => ((await soundsOf(page))[0]?.currentTime ?? 0) >= 60);
        for (const width of [1280, 390]) {
            await page.setViewportSize({ width, height: 900 });
            assert.deepEqual([width, await overflow(page)], [width, 0]);
            assert.deepEqual([width, await accessibilityFaults(page)], [width, []]);
        }
        await page.close();
    });

    test('the page of a task that Quo did not write has nothing of Quo', async () => {
        const task = { attributes: { type: 'Task', referenceId: 'plain' }, Subject: 'Rappeler', Status: 'Not Started' };
        await lightning().control('/seed', { records: [task] });
        const plain = (await lightning().records('Task')).find(({ Subject }) => Subject === 'Rappeler');
        const page = await lightning().open('/?lang=en');
        const answer = page.waitForResponse(/graphql$/);
        await page.goto(`${lightning().stage.url}/r/${plain?.Id}?lang=en&rights=admin`);
        await answer;
        await page.getByRole('heading', { level: 1, name: 'Rappeler' }).waitFor();
        assert.equal((await page.locator('c-quo-task').innerText()).trim(), '');
        await page.close();
    });
}
