import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rateLimitKey } from '../../../src/store/console/rate-limit-key.ts';

for (const [what, address, caller] of [
    ['an IPv4 address is one caller', '192.0.2.7', '192.0.2.7'],
    ['also when it is written as IPv6', '::ffff:192.0.2.7', '192.0.2.7'],
    ['of IPv6 a whole network is one caller', '2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
    ['however its zeros are written', '2001:0db8:0001:0002:0:0:0:9', '2001:db8:1:2::/64'],
    ['or left out', '2001:db8::9', '2001:db8:0:0::/64'],
    ['at the beginning', '::1', '0:0:0:0::/64'],
    ['at the end', 'fe80::', 'fe80:0:0:0::/64'],
    ['with a zone', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['with an IPv4 address at the end', '64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
    ['what is no address stands for itself', '', '']
] as const)
    test(`${what}: ${address}`, () => assert.equal(rateLimitKey(address), caller));
