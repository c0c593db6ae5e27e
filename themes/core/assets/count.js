// Words that hang on a number, as themes write them: ICU's MessageFormat,
// "{n, plural, =0 {Nothing} one {1 result} other {{n} results}}". The same is read
// when a site is built; the forms of a language are the browser's own.
(() => {
    'use strict';
    // What is inside the braces that open at `from`, and where they end.
    function inside(text, from) {
        let depth = 0;
        for (let i = from; i < text.length; i += 1) {
            depth += text[i] === '{' ? 1 : text[i] === '}' ? -1 : 0;
            if (depth === 0) {
                return { words: text.slice(from + 1, i), end: i + 1 };
            }
        }
        return { words: text.slice(from + 1), end: text.length };
    }

    function form(forms, n, language) {
        const found = new Map();
        for (let at = forms.indexOf('{'), from = 0; at >= 0; at = forms.indexOf('{', from)) {
            const { words, end } = inside(forms, at);
            found.set(forms.slice(from, at).trim(), words);
            from = end;
        }
        const plural = new Intl.PluralRules(language).select(n);
        return found.get(`=${n}`) ?? found.get(plural) ?? found.get('other') ?? '';
    }

    // `pattern` with what `values` has for its names.
    function fill(pattern, values, language) {
        let out = '', from = 0;
        for (let at = pattern.indexOf('{'); at >= 0; at = pattern.indexOf('{', from)) {
            const { words, end } = inside(pattern, at);
            const [name, kind] = words.split(',').map(word => word.trim());
            const rest = words.split(',').slice(2).join(',');
            out += pattern.slice(from, at);
            out += kind === 'plural' ? fill(form(rest, values[name], language), values, language) : values[name];
            from = end;
        }
        return out + pattern.slice(from);
    }

    window.duetFill = (pattern, values) => fill(pattern, values, document.documentElement.lang);
})();
