import 'test/without-listen';
import QuoRecordingPlayer from 'c/quoRecordingPlayer';
import { labelsFor } from 'test/labels';
import { find, mount } from 'test/mount';

test('whoever may not listen is told so, and gets no address', async () => {
    const element = await mount('c-quo-recording-player', QuoRecordingPlayer, {
        url: 'https://connector.test/recordings/AC1'
    });
    expect(find(element, '.explanation').textContent).toBe(labelsFor('recording').notAllowed);
    expect([find(element, '.play'), find(element, 'a')]).toEqual([null, null]);
    await expect(element).toBeAccessible();
});
