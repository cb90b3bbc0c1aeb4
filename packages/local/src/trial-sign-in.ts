/** The page that stands in for the pool's own sign-in: nobody has a password here, so it asks who one wants to be. */
export const trialSignIn = (groups: readonly string[], asked: URLSearchParams): string => `<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Đăng nhập thử</title>
<style>body{font:16px/1.5 sans-serif;max-width:30em;margin:3em auto;padding:0 1em}label{display:block;margin:.4em 0}
input:not([type=checkbox]){width:100%;font:inherit}button{font:inherit;margin-top:1em}</style>
<main><h1>Đăng nhập thử</h1>
<p>Chạy trên máy này: không có mật khẩu, chọn muốn là ai. <span lang="en">On this machine there are no passwords: choose who to be.</span></p>
<form method="post">
${[...asked].map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`).join('\n')}
<label>Tên đăng nhập <span lang="en">(user name)</span> <input name="person" value="thu.nghiem" required></label>
<fieldset><legend>Nhóm <span lang="en">(groups)</span></legend>
${groups.map((group) => `<label><input type="checkbox" name="group" value="${escaped(group)}"> ${escaped(group)}</label>`).join('\n')}
</fieldset>
<label>Của đơn vị, hoặc * <span lang="en">(unit sets, or *)</span> <input name="unit_sets" value="VN63-46 VN34-46"></label>
<button>Đăng nhập</button>
</form></main></html>
`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
