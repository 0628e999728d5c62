import 'test/without-listen';
import QuoPhoto from 'c/quoPhoto';
import { labelsFor } from 'test/labels';
import { find, findAll, mount, textOf } from 'test/mount';

test('whoever may not see photos is told so with the link, and nothing is loaded', async () => {
    const url = 'https://connector.test/attachments/AC1/1?c=acme&w=t&s=x';
    const element = await mount('c-quo-photo', QuoPhoto, { url, name: 'Photo de Jean' });
    expect(textOf(find(element, '.failed'))).toBe(labelsFor('photo').notAllowed.replace(/\s+/g, ' '));
    expect([findAll(element, 'img').length, find(element, 'a').href]).toEqual([0, url]);
    await expect(element).toBeAccessible();
});
