import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { readConfig } from '../../src/config/config.ts';
import { CodedError } from '../../src/errors/errors.ts';

const COMPLETE = {
    SALESFORCE_LOGIN_URL: 'https://acme.my.salesforce.com/',
    SALESFORCE_CLIENT_ID: 'id',
    SALESFORCE_CLIENT_SECRET: 'secret',
    QUO_API_KEY: 'key',
    QUO_WEBHOOK_KEYS: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, R2ZLM2o0bFhBNVpyUnU2NG9mYXQ1MHNyR3pvSUhIVVg='
};

function faultsOf(env: Record<string, string>): string {
    try {
        readConfig(env);
    } catch (error) {
        assert.ok(error instanceof CodedError);
        assert.equal(error.code, 'CONFIG-VARIABLES');
        return error.message;
    }
    throw new Error('the configuration was accepted');
}

test('with nothing set, every variable has its documented default', () => {
    const { port, host, dataDir, logLevel, salesforce, quo, databaseUrl, publicUrl } = readConfig({});
    assert.deepEqual([port, host, dataDir, logLevel], [3000, '127.0.0.1', './data', 'info']);
    assert.deepEqual([salesforce, quo, databaseUrl, publicUrl], [undefined, undefined, undefined, undefined]);
});

test('a complete environment gives one connection with both keys', () => {
    const { salesforce, quo } = readConfig(COMPLETE);
    assert.equal(salesforce?.loginUrl, 'https://acme.my.salesforce.com');
    assert.deepEqual(salesforce?.login, { flow: 'client-credentials', clientId: 'id', clientSecret: 'secret' });
    assert.equal(salesforce?.apiVersion, '66.0');
    assert.equal(quo?.apiUrl, 'https://api.quo.com');
    assert.equal(quo?.webhookKeys.length, 2);
});

test('all faults are told at once, each with its variable, what was seen and an example', () => {
    const message = faultsOf({
        PORT: '70000',
        PUBLIC_URL: 'http://quo.example.com',
        LOG_LEVEL: 'loud',
        QUO_API_KEY: 'k'
    });
    for (const part of ['PORT: "70000"', 'PUBLIC_URL: "http://quo.example.com" is not encrypted', 'LOG_LEVEL: "loud"'])
        assert.ok(message.includes(part), `${part} in ${message}`);
    for (const missing of ['QUO_WEBHOOK_KEYS: not set', 'SALESFORCE_CLIENT_ID: not set'])
        assert.ok(message.includes(missing));
    assert.ok(message.split('\n').filter((line) => line.includes('for example')).length >= 5);
});

test('no secret is ever repeated in a fault', () => {
    const message = faultsOf({
        ...COMPLETE,
        SECRET_KEY: 'c2hvcnQtc2VjcmV0',
        QUO_WEBHOOK_KEYS: 'whsec_!!hidden!!',
        SALESFORCE_USERNAME: 'a@b.c',
        SALESFORCE_PRIVATE_KEY: 'pem-hidden',
        DATABASE_URL: 'mysql://user:hidden@host/db'
    });
    for (const secret of ['hidden', 'c2hvcnQtc2VjcmV0']) assert.ok(!message.includes(secret), message);
    for (const name of ['SECRET_KEY', 'QUO_WEBHOOK_KEYS', 'SALESFORCE_PRIVATE_KEY', 'DATABASE_URL'])
        assert.ok(message.includes(name));
});

test('a secret key is required with a database of one’s own, and must be 32 bytes', () => {
    const url = { DATABASE_URL: 'postgres://u:p@h/db' };
    assert.match(faultsOf(url), /SECRET_KEY: not set/);
    assert.match(faultsOf({ ...url, SECRET_KEY: 'AAAA' }), /3 bytes in base64 instead of 32/);
    const secretKey = randomBytes(32).toString('base64');
    assert.equal(readConfig({ ...url, SECRET_KEY: secretKey }).secretKey, secretKey);
});

test('a private key on one line, with \\n for its line ends, is read for the JWT bearer flow', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const env = {
        ...COMPLETE,
        SALESFORCE_CLIENT_SECRET: '',
        SALESFORCE_USERNAME: 'u@acme.com',
        SALESFORCE_PRIVATE_KEY: pem.replaceAll('\n', '\\n')
    };
    const login = readConfig(env).salesforce?.login;
    assert.equal(login?.flow, 'jwt-bearer');
    assert.equal(login.flow === 'jwt-bearer' && login.privateKey, pem);
});

test('http is accepted on this machine only', () => {
    for (const url of ['http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000'])
        assert.equal(readConfig({ ...COMPLETE, SALESFORCE_LOGIN_URL: url }).salesforce?.loginUrl, url);
    assert.match(faultsOf({ ...COMPLETE, SALESFORCE_LOGIN_URL: 'http://127.0.0.1.evil.com' }), /SALESFORCE_LOGIN_URL/);
});

test('an API version that the connector was not made for is refused', () => {
    assert.match(faultsOf({ SALESFORCE_API_VERSION: '50.0' }), /SALESFORCE_API_VERSION: "50.0"/);
    assert.match(faultsOf({ SALESFORCE_API_VERSION: 'latest' }), /SALESFORCE_API_VERSION/);
    assert.match(faultsOf({ SALESFORCE_NAMESPACE: 'quo__' + 'x'.repeat(20) }), /SALESFORCE_NAMESPACE/);
});

test('what is missing is told beside what is wrong, whatever comes first', () => {
    const message = faultsOf({ PORT: 'x', SALESFORCE_USERNAME: 'u@acme.com', SALESFORCE_PRIVATE_KEY: 'p' });
    for (const name of ['PORT', 'SALESFORCE_PRIVATE_KEY']) assert.match(message, new RegExp(`${name}: (?!not set)`));
    for (const name of ['SALESFORCE_CLIENT_ID', 'SALESFORCE_LOGIN_URL', 'QUO_API_KEY'])
        assert.ok(message.includes(`${name}: not set`), `${name} in ${message}`);
    assert.equal(message.split('\n').filter((line) => line.includes('for example')).length, 5);
});
