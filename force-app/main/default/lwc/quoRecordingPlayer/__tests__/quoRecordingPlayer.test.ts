import QuoRecordingPlayer from 'c/quoRecordingPlayer';
import { player } from 'c/quoPlayback';
import { blockMedia, forgetSounds, hearSounds, lastSound, sounds, soundTells } from 'test/audio';
import { labelsFor } from 'test/labels';
import { find, mount, press, textOf } from 'test/mount';

const labels = labelsFor('recording');
let number = 0;
/** Another address each time: the page's player remembers. */
const start = (props = {}) => {
    number += 1;
    const url = `https://connector.test/recordings/AC${number}`;
    return mount('c-quo-recording-player', QuoRecordingPlayer, { url, duration: 125, ...props });
};
const LINES = [
    { side: 'us', who: 'Luc', start: 0, end: 2, text: 'Bonjour' },
    { side: 'them', who: 'Jean', start: 12, end: 14, text: 'Une fuite' }
];

beforeEach(hearSounds);
afterEach(() => {
    player.setSpeed(1);
    forgetSounds();
});

test('plays and pauses with one button, which says what it will do', async () => {
    const element = await start();
    const button = find(element, '.play');
    expect([button.alternativeText, button.iconName]).toEqual([labels.play, 'utility:play']);
    await press(button);
    expect([button.alternativeText, button.iconName]).toEqual([labels.pause, 'utility:pause']);
    await press(button);
    expect(button.alternativeText).toBe(labels.play);
    await expect(element).toBeAccessible();
});

test('nothing is downloaded before somebody listens', async () => {
    const element = await start();
    expect(sounds).toEqual([]);
    await press(find(element, '.forward'));
    expect(sounds).toEqual([]);
});

test('the position can be read and moved, by the slider and by ten seconds', async () => {
    const element = await start();
    await press(find(element, '.play'));
    const slider = find(element, '.position');
    expect([slider.max, slider.getAttribute('aria-valuetext')]).toEqual(['125', expect.stringContaining('2:05')]);
    slider.value = '60';
    slider.dispatchEvent(new CustomEvent('input'));
    expect(lastSound().currentTime).toBe(60);
    await press(find(element, '.forward'));
    expect(lastSound().currentTime).toBe(70);
    await press(find(element, '.back'));
    await press(find(element, '.back'));
    expect(lastSound().currentTime).toBe(50);
    expect(slider.getAttribute('aria-valuetext')).toContain('0:50');
});

test('moving never leaves the recording', async () => {
    const element = await start({ duration: 15 });
    const position = () => find(element, '.position').value;
    await press(find(element, '.back'));
    expect(position()).toBe('0');
    await press(find(element, '.forward'));
    await press(find(element, '.forward'));
    expect(position()).toBe('15');
});

test('the position follows the playing', async () => {
    const element = await start();
    await press(find(element, '.play'));
    await soundTells(lastSound(), 'timeupdate', { currentTime: 42 });
    expect(textOf(find(element, '.times'))).toBe('0:42 / 2:05');
    await soundTells(lastSound(), 'durationchange', { duration: 130 });
    expect(textOf(find(element, '.times'))).toBe('0:42 / 2:10');
});

test('speed is chosen from a list, in the user’s figures, and kept when playing starts', async () => {
    const element = await start();
    find(element, '.speed').dispatchEvent(new CustomEvent('select', { detail: { value: 1.5 } }));
    await settled();
    expect(find(element, '.speed').label).toBe(language === 'fr' ? '1,5×' : '1.5×');
    await press(find(element, '.play'));
    expect(lastSound().playbackRate).toBe(1.5);
});

test('where playing is not allowed, there is a reason and a link', async () => {
    const element = await start();
    await press(find(element, '.play'));
    await soundTells(lastSound(), 'error');
    expect(find(element, '.play')).toBeNull();
    expect(textOf(element)).toContain(labels.cannotPlay);
    expect(find(element, 'a').href).toBe(element.url);
    await expect(element).toBeAccessible();
});

test('where the org’s policy refuses it, the host that is to be trusted is named', async () => {
    const url = 'https://blocked.test/recordings/AC1';
    const element = await start({ url });
    await press(find(element, '.play'));
    blockMedia(url);
    await soundTells(lastSound(), 'error');
    expect(textOf(find(element, '.cannot-play'))).toContain('blocked.test');
});

test('after a failure it can be tried again: a sign-in elsewhere may have opened it', async () => {
    const element = await start();
    await press(find(element, '.play'));
    await soundTells(lastSound(), 'error');
    await press(find(element, '.retry'));
    await press(find(element, '.play'));
    expect(sounds.map(({ src }) => src)).toEqual([element.url, element.url]);
});

test('while it waits for the network, it says so; when sound comes, it shows the time', async () => {
    const element = await start();
    let begin;
    jest.mocked(HTMLMediaElement.prototype.play).mockReturnValue(new Promise((resolve) => (begin = resolve)));
    await press(find(element, '.play'));
    expect(textOf(find(element, '.waiting'))).toBe(labels.loading);
    begin();
    await settled();
    expect(find(element, '.waiting')).toBeNull();
    const isShownAfter = async (name) => {
        await soundTells(lastSound(), name);
        return Boolean(find(element, '.waiting'));
    };
    expect(await isShownAfter('waiting')).toBe(true);
    expect(await isShownAfter('playing')).toBe(false);
    expect(await isShownAfter('waiting')).toBe(true);
    expect(await isShownAfter('pause')).toBe(false);
    await expect(element).toBeAccessible();
});

test('what is said stands below, lit where it is heard, and heard where it is clicked', async () => {
    const element = await start({ lines: LINES });
    const transcript = find(element, 'c-quo-transcript');
    expect(transcript).toMatchObject({ canHear: true, lines: LINES, position: 0 });
    transcript.dispatchEvent(new CustomEvent('hear', { detail: { at: 12 } }));
    await settled();
    expect(lastSound().currentTime).toBe(12);
    expect([find(element, '.play').alternativeText, transcript.position]).toEqual([labels.pause, 12]);
    await expect(element).toBeAccessible();
});

test('silences can be skipped where the lines show some, and only there', async () => {
    expect(find(await start(), '.silence')).toBeNull();
    const element = await start({ lines: LINES });
    await press(find(element, '.silence'));
    expect(find(element, '.silence').selected).toBe(true);
    await press(find(element, '.play'));
    await soundTells(lastSound(), 'timeupdate', { currentTime: 5 });
    expect(lastSound().currentTime).toBe(11.5);
    player.setSkipsSilence(false);
});

test('without a recording, what was said can still be read', async () => {
    const element = await start({ url: undefined, lines: LINES });
    expect(find(element, 'c-quo-transcript').canHear).toBe(false);
    expect(textOf(find(element, '.explanation'))).toBe(labels.none);
});

test.each([
    ['just ended', new Date().toISOString(), labels.notReady],
    ['long ago', '2020-01-01T00:00:00Z', labels.none],
    ['never talked on', undefined, labels.none]
])('a call %s without a recording: it says so', async (_, expectedSince, text) => {
    const element = await start({ url: undefined, expectedSince });
    expect(textOf(find(element, '.explanation'))).toBe(text);
    await expect(element).toBeAccessible();
});

test('an unsafe address is never played', async () => {
    const element = await start({ url: 'javascript:alert(1)' });
    expect([find(element, '.play'), find(element, 'a')]).toEqual([null, null]);
});

test('an address that plays in place is told who looks, so that who lost the right is refused; any other stays as it is', async () => {
    const sourceOf = async (url) => {
        await press(find(await start({ url }), '.play'));
        return lastSound().getAttribute('src');
    };
    const address = 'https://connector.test/recordings/IN_PLACE/1';
    expect(await sourceOf(`${address}?c=one&d=20422&g=abc&s=x`)).toBe(
        `${address}?c=one&d=20422&g=abc&s=x&u=005000000000001AAA`
    );
    expect(await sourceOf(`${address}?c=one&s=x`)).toBe(`${address}?c=one&s=x`);
});
