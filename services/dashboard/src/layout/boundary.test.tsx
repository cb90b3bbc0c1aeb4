import { renderToString } from 'preact-render-to-string';
import { expect, it, vi } from 'vitest';
import { Boundary } from './boundary.tsx';

it('says that a page failed at the address where it did, and shows it again at another', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const props = { words: 'Trang gặp lỗi.', at: '/rankings/pci/2019', children: <p>bảng</p> };
  const boundary = new Boundary(props);
  boundary.setState = (state) => Object.assign(boundary.state, state);
  const shown = (at: string) => renderToString(<div>{boundary.render({ ...props, at })}</div>);
  expect(shown(props.at)).toContain('<p>bảng</p>');

  boundary.componentDidCatch(new Error('failed'));
  expect(shown(props.at)).toContain('Trang gặp lỗi.');
  expect(shown('/rankings/pci/2018')).toContain('<p>bảng</p>');
});
