import QuoPlayButton from 'c/quoPlayButton';
import { player } from 'c/quoPlayback';
import { forgetSounds, hearSounds, lastSound, soundTells } from 'test/audio';
import { labelsFor } from 'test/labels';
import { find, mount, press, textOf } from 'test/mount';

const labels = labelsFor('recording');
let number = 0;
const start = (props = {}) => {
    number += 1;
    const url = `https://connector.test/recordings/AC${number}`;
    return mount('c-quo-play-button', QuoPlayButton, { url, name: 'Jean', ...props });
};

beforeEach(hearSounds);
afterEach(forgetSounds);

test('a closed row plays and pauses, names whose recording it is, and shows how far it is', async () => {
    const element = await start();
    const button = find(element, '.play');
    expect(button.alternativeText).toBe(labels.playNamed.replace('{0}', 'Jean'));
    expect(find(element, '.progress')).toBeNull();
    await press(button);
    expect(button.alternativeText).toBe(labels.pauseNamed.replace('{0}', 'Jean'));
    await soundTells(lastSound(), 'durationchange', { duration: 125 });
    await soundTells(lastSound(), 'timeupdate', { currentTime: 42 });
    expect(textOf(find(element, '.progress'))).toBe('0:42 / 2:05');
    await press(button);
    expect(lastSound().paused).toBe(true);
    await expect(element).toBeAccessible();
});

test('where it cannot play, it says why and gives the link', async () => {
    const element = await start();
    await press(find(element, '.play'));
    await soundTells(lastSound(), 'error');
    expect(textOf(find(element, '.problem'))).toContain(labels.cannotPlay);
    expect(find(element, 'a').href).toBe(element.url);
    await expect(element).toBeAccessible();
});

test('another row’s recording stops this one', async () => {
    const [one, other] = [await start(), await start()];
    await press(find(one, '.play'));
    await press(find(other, '.play'));
    expect([one, other].map((element) => find(element, '.play').iconName)).toEqual(['utility:play', 'utility:pause']);
});

test.each([[undefined], ['javascript:alert(1)']])('with the address %s there is nothing', async (url) => {
    const element = await start({ url });
    expect(element.shadowRoot?.childElementCount).toBe(0);
});

test('a recording that goes on from another view is shown where it is', async () => {
    const element = await start();
    player.seek(String(element.url), 30);
    await settled();
    expect(textOf(find(element, '.progress'))).toBe('0:30');
});
