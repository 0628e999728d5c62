import { failureText, player, watchRecording, type Playback } from 'c/quoPlayback';
import { blockMedia, forgetSounds, hearSounds, lastSound, sounds, soundTells } from 'test/audio';
import { labelsFor } from 'test/labels';

let number = 0;
/** Another one each time: the page's player remembers. */
const newAddress = () => `https://connector.test/recordings/AC${(number += 1)}`;

/** Watches a recording as a component does; `seen` is what it would show. */
function watch(address: string) {
    const view: { seen?: Playback | undefined } = {};
    const watching = watchRecording((playback) => (view.seen = playback));
    watching.address = address;
    watching.connect();
    return Object.assign(view, { watching });
}

beforeEach(hearSounds);
afterEach(() => {
    player.setSpeed(1);
    player.setSkipsSilence(false);
    forgetSounds();
});

test('a second recording stops the first, which keeps its position', async () => {
    const [one, other] = [newAddress(), newAddress()];
    const [first, second] = [watch(one), watch(other)];
    await player.play(one);
    await soundTells(lastSound(), 'timeupdate', { currentTime: 12 });
    await player.play(other);
    expect([first.seen, second.seen]).toEqual([
        expect.objectContaining({ isPlaying: false, position: 12 }),
        expect.objectContaining({ isPlaying: true, position: 0 })
    ]);
    expect(sounds.map(({ paused }) => paused)).toEqual([true, false]);
});

test('what the first still tells after it was stopped changes nothing', async () => {
    const [one, other] = [newAddress(), newAddress()];
    const first = watch(one);
    await player.play(one, 12);
    const old = lastSound();
    await player.play(other);
    await soundTells(old, 'timeupdate', { currentTime: 0 });
    await soundTells(old, 'error');
    expect(first.seen).toMatchObject({ position: 12, failure: undefined });
});

test('a recording goes on from where it was left, also after another one was heard', async () => {
    const [one, other] = [newAddress(), newAddress()];
    watch(one);
    await player.play(one, 30);
    await player.play(other);
    await player.play(one);
    expect([lastSound().src, lastSound().currentTime]).toEqual([one, 30]);
});

test('a view that comes in the redraw in which another goes keeps the sound', async () => {
    const address = newAddress();
    const row = watch(address);
    await player.play(address);
    row.watching.disconnect();
    const details = watch(address);
    await settled();
    expect(details.seen?.isPlaying).toBe(true);
});

test('what nobody shows any more falls silent, and its position is kept', async () => {
    const address = newAddress();
    const row = watch(address);
    await player.play(address, 42);
    row.watching.disconnect();
    await settled();
    expect(lastSound().paused).toBe(true);
    expect(watch(address).seen).toMatchObject({ position: 42, isPlaying: false });
});

test('heard to its end, it begins again', async () => {
    const address = newAddress();
    const view = watch(address);
    await player.play(address, 42);
    await soundTells(lastSound(), 'ended');
    expect(view.seen).toMatchObject({ position: 0, isPlaying: false });
});

test('the speed is one for all recordings, at once and in the next visit', async () => {
    const [one, other] = [newAddress(), newAddress()];
    const view = watch(one);
    await player.play(other);
    player.setSpeed(1.5);
    expect([view.seen?.speed, lastSound().playbackRate]).toEqual([1.5, 1.5]);
    await player.play(one);
    expect(lastSound().playbackRate).toBe(1.5);
    expect(Object.values(window.localStorage)).toEqual(['{"speed":1.5,"skipsSilence":false}']);
});

test('nothing of a recording is kept in the browser: no address, no position', async () => {
    const address = newAddress();
    watch(address);
    await player.play(address, 42);
    player.setSkipsSilence(true);
    expect(JSON.stringify(Object.entries(window.localStorage))).not.toMatch(/AC|42/);
});

test('a silence is skipped when the user wants it so, from anywhere in it, and never while paused', async () => {
    const address = newAddress();
    const view = watch(address);
    player.setSilences(address, [{ start: 10, end: 20 }]);
    await player.play(address);
    const moveTo = (currentTime) => soundTells(lastSound(), 'timeupdate', { currentTime });
    await moveTo(12);
    expect(view.seen?.position).toBe(12);
    player.setSkipsSilence(true);
    await moveTo(9.9);
    expect(view.seen?.position).toBe(9.9);
    await moveTo(12);
    expect([view.seen?.position, lastSound().currentTime]).toEqual([20, 20]);
    player.pause(address);
    await moveTo(12);
    expect(view.seen?.position).toBe(12);
});

test.each([
    ['a network that broke off', { error: { code: 2 } }, 'interrupted'],
    ['an answer that is no sound', { error: { code: 4 } }, 'refused'],
    ['no reason at all', {}, 'refused']
])('%s is told apart', async (_, told, failure) => {
    const address = newAddress();
    const view = watch(address);
    await player.play(address);
    await soundTells(lastSound(), 'error', told);
    expect(view.seen).toMatchObject({ failure, isPlaying: false });
    player.forgetFailure(address);
    expect(view.seen?.failure).toBeUndefined();
});

test('a start that a pause overtakes is no failure, one that the browser refuses is', async () => {
    const address = newAddress();
    const view = watch(address);
    const refuse = (name) =>
        jest.mocked(HTMLMediaElement.prototype.play).mockRejectedValueOnce(Object.assign(new Error(name), { name }));
    refuse('AbortError');
    await player.play(address);
    expect(view.seen?.failure).toBeUndefined();
    refuse('NotAllowedError');
    await player.play(address);
    expect(view.seen?.failure).toBe('refused');
});

test('whether the browser tells of the policy before the failure or after it, the policy is named', async () => {
    const early = 'https://early.test/recordings/AC1';
    const late = 'https://late.test/recordings/AC1';
    const [one, other] = [watch(early), watch(late)];
    blockMedia(early);
    await player.play(early);
    await soundTells(lastSound(), 'error', { error: { code: 4 } });
    await player.play(late);
    await soundTells(lastSound(), 'error', { error: { code: 4 } });
    expect(other.seen?.failure).toBe('refused');
    blockMedia(late);
    expect([one.seen?.failure, other.seen?.failure]).toEqual(['blocked', 'blocked']);
    expect(failureText('blocked', late)).toContain('late.test');
});

test('a picture that the policy refused says nothing about sound', async () => {
    const address = 'https://pictures.test/recordings/AC1';
    const view = watch(address);
    blockMedia(address, 'img-src');
    await player.play(address);
    await soundTells(lastSound(), 'error');
    expect(view.seen?.failure).toBe('refused');
});

test('each failure has words of its own', () => {
    const address = newAddress();
    const texts = (['blocked', 'interrupted', 'refused'] as const).map((failure) => failureText(failure, address));
    expect(new Set(texts).size).toBe(3);
    expect(texts[2]).toBe(labelsFor('recording').cannotPlay);
});
