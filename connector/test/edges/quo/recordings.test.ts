import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mediaAddress, QUO_MEDIA_HOSTS } from '../../../src/quo/media-address.ts';
import { recordings } from '../../../src/quo/recordings.ts';
import { hastyClient, stubQuo, type Answer } from './stub-quo.ts';

const API = 'https://api.quo.com';

test('only HTTPS on the allowed hosts is ever fetched', () => {
    for (const url of ['https://m.openph.one/static/a.mp3', 'https://quo.com/x?sig=1', 'https://files.quo.com/é']) {
        assert.equal(mediaAddress(url, QUO_MEDIA_HOSTS, API).protocol, 'https:');
    }
    const refused = [
        'http://m.openph.one/a.mp3',
        'https://evilquo.com/a',
        'https://quo.com.evil.example/a',
        'https://quo.com@evil.example/a',
        'https://user:pass@quo.com/a',
        'https://quo.com:8443/a',
        'https://127.0.0.1/a',
        'http://127.0.0.1:3000/a',
        'http://169.254.169.254/latest/meta-data',
        'https://[::1]/a',
        'https://localhost/a',
        'file:///etc/passwd',
        'data:audio/mpeg,abc',
        '//quo.com/a',
        ''
    ];
    for (const url of refused) {
        assert.throws(() => mediaAddress(url, QUO_MEDIA_HOSTS, API), { code: 'QUO-RECORDING-HOST' }, url);
    }
});

test('a simulated Quo on this machine may serve its own recordings, and nothing else here', () => {
    const api = 'http://127.0.0.1:4010';
    assert.equal(mediaAddress('http://127.0.0.1:4010/media/a', QUO_MEDIA_HOSTS, api).pathname, '/media/a');
    for (const url of ['http://127.0.0.1:5432/a', 'http://localhost:4010/a', 'https://127.0.0.1:4010/a']) {
        assert.throws(() => mediaAddress(url, QUO_MEDIA_HOSTS, api), { code: 'QUO-RECORDING-HOST' }, url);
    }
});

async function playing(t: Parameters<typeof stubQuo>[0], sound: (path: string, range?: string) => Answer) {
    let url = '';
    const data = () => [
        { id: 'CR2', status: 'completed', startTime: '2026-11-20T10:01:00Z', url: `${url}/media/2` },
        { id: 'CR0', status: 'deleted', startTime: '2026-11-20T09:00:00Z', url: `${url}/media/0` },
        { id: 'CR1', status: 'completed', startTime: '2026-11-20T10:00:00Z', url: `${url}/media/1` }
    ];
    const quo = await stubQuo(t, ({ path, headers }) => {
        if (path.startsWith('/media/')) return sound(path, headers.range);
        if (path.startsWith('/calls/AC0')) return { status: 404 };
        if (path.includes('/recordings')) return { json: { data: data() } };
        return { json: { data: { id: 'AC1', voicemail: { id: 'VM1', recordingUrl: `${url}/media/vm` } } } };
    });
    url = quo.url;
    return { quo, recordings: recordings(hastyClient(quo.url), { apiUrl: quo.url }) };
}

test('the nth recording is the nth that can be played, oldest first', async (t) => {
    const { recordings } = await playing(t, () => ({}));
    assert.equal((await recordings.address('AC1', 1))?.pathname, '/media/1');
    assert.equal((await recordings.address('AC1', 2))?.pathname, '/media/2');
    assert.equal(await recordings.address('AC1', 3), undefined);
    assert.equal((await recordings.address('AC1', 'voicemail'))?.pathname, '/media/vm');
    assert.equal(await recordings.address('AC0', 1), undefined);
    assert.equal(await recordings.address('AC0', 'voicemail'), undefined);
});

test('the sound is asked for in the part that the player wants, without the key', async (t) => {
    const { quo, recordings } = await playing(t, (_, range) => ({ status: range ? 206 : 200, text: 'sound' }));
    const part = await recordings.open('AC1', 1, { range: 'bytes=0-1' });
    assert.equal(part?.status, 206);
    assert.equal(await part?.text(), 'sound');
    const whole = await recordings.open('AC1', 1, { range: 'bytes=0-1\r\nx: y' });
    assert.equal(whole?.status, 200, 'what is no range is left out');
    await whole?.text();
    const media = quo.seen.filter(({ path }) => path.startsWith('/media/'));
    assert.ok(media.every(({ headers }) => headers.authorization === undefined));
});

test('a redirect is followed to the same allowed host and to no other', async (t) => {
    const { recordings } = await playing(t, (path) => {
        if (path === '/media/1') return { status: 302, headers: { location: '/media/moved' } };
        if (path === '/media/2') return { status: 302, headers: { location: 'http://169.254.169.254/' } };
        if (path === '/media/vm') return { status: 302, headers: { location: '/media/vm' } };
        return { text: 'moved' };
    });
    assert.equal(await (await recordings.open('AC1', 1))?.text(), 'moved');
    await assert.rejects(recordings.open('AC1', 2), { code: 'QUO-RECORDING-HOST' });
    await assert.rejects(recordings.open('AC1', 'voicemail'), { code: 'QUO-SERVER' });
});

test('a recording that is gone is undefined, trouble is an error', async (t) => {
    const { recordings } = await playing(t, (path) => ({ status: path === '/media/1' ? 410 : 403 }));
    assert.equal(await recordings.open('AC1', 1), undefined);
    await assert.rejects(recordings.open('AC1', 2), { code: 'QUO-SERVER' });
});

test('a redirect leads nowhere else, in whatever way it is written', async (t) => {
    const elsewhere = [
        'http://m.openph.one/a',
        'https://m.openph.one:8443/a',
        'https://quo.com@169.254.169.254/a',
        'https://[::ffff:169.254.169.254]/a',
        'https://[fd00::1]/a',
        'https://2130706433/a',
        'https://0x7f.1/a',
        'https://quo.com./a',
        '//169.254.169.254/a',
        '\\\\169.254.169.254\\a',
        'file:///etc/passwd',
        'gopher://quo.com/a'
    ];
    for (const location of elsewhere) {
        const { quo, recordings } = await playing(t, () => ({ status: 302, headers: { location } }));
        await assert.rejects(recordings.open('AC1', 1), { code: 'QUO-RECORDING-HOST' }, location);
        assert.equal(quo.seen.filter(({ path }) => path.startsWith('/media/')).length, 1, location);
    }
});
