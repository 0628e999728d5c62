import QuoMessageCard from 'c/quoMessageCard';
import { find, listen, mount, press, textOf } from 'test/mount';

const FULL = { sentence: 'It failed.', remedy: 'Try again.', detail: 'UNABLE_TO_LOCK_ROW', actionLabel: 'Retry' };
const start = (props) => mount('c-quo-message-card', QuoMessageCard, { ...FULL, ...props });

test.each([
    ['in the content’s place', { urgent: false }, 'status'],
    ['in the content’s place, urgent', { urgent: true }, 'alert'],
    ['beside the content', { inline: true }, 'status'],
    ['beside the content, urgent', { inline: true, urgent: true }, 'alert']
])('%s: sentence, remedy, detail and button, read out as %s', async (_, props, role) => {
    const element = await start(props);
    const told = listen(element, 'action');
    const place = find(element, `[role="${role}"]`);
    for (const part of ['It failed.', 'Try again.', 'UNABLE_TO_LOCK_ROW']) expect(textOf(place)).toContain(part);
    await press(find(element, '.action'));
    expect(told).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
});

test('what is not given is not there', async () => {
    const element = await start({ remedy: '', detail: '', actionLabel: '' });
    expect([find(element, '.remedy'), find(element, '.detail'), find(element, '.action')]).toEqual([null, null, null]);
});
