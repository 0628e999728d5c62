import QuoWelcome from 'c/quoWelcome';
import { labelsFor } from 'test/labels';
import { find, listen, mount, press, textOf } from 'test/mount';

const labels = labelsFor('welcome');

test('the first visit says what there is to know, until it is dismissed in this browser', async () => {
    const first = await mount('c-quo-welcome', QuoWelcome);
    const dismissed = listen(first, 'dismiss');
    expect(textOf(first)).toContain(labels.timeline);
    await expect(first).toBeAccessible();
    await press(find(first, '.dismiss'));
    expect(find(first, '.welcome')).toBeNull();
    expect(dismissed).toHaveBeenCalledTimes(1);
    const second = await mount('c-quo-welcome', QuoWelcome);
    expect(find(second, '.welcome')).toBeNull();
});

test('a browser that keeps nothing shows no guidance, rather than the same on every page', async () => {
    const kept = jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
        throw new Error('denied');
    });
    const element = await mount('c-quo-welcome', QuoWelcome);
    expect(find(element, '.welcome')).toBeNull();
    kept.mockRestore();
});
