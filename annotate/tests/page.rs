//! What must hold of every page, whatever the source and the facts say.

mod facts;

use facts::{fact, function, rust};
use pyrx_transpiler::Facts;
use pyrx_transpiler::facts::{FactKind, Level};

fn html(path: &str, source: &str, facts: &Facts) -> String {
    facts::report(path, source, facts).html()
}

/// The page with its style and script taken out: what is left is template and user text.
fn body(path: &str, source: &str, facts: &Facts) -> String {
    let page = html(path, source, facts);
    let without = |page: &str, tag: &str| {
        let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
        let (before, rest) = page.split_once(&open).expect("the page has the element");
        let (_, after) = rest.split_once(&close).expect("the element ends");
        assert!(!after.contains(&open), "only one <{tag}>");
        before.to_owned() + after
    };
    without(&without(&page, "style"), "script")
}

/// The tags of a page in order, each with its attributes, so that text cannot add one unseen.
fn tags(page: &str) -> Vec<String> {
    page.split('<').skip(1).map(|tag| tag.split('>').next().unwrap_or_default().to_owned()).collect()
}

/// The text of a page as a reader sees it.
fn text(page: &str) -> String {
    let mut parts = page.split('<');
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let kept: String = std::iter::once(first).chain(rest).collect();
    [("&lt;", "<"), ("&amp;", "&")].iter().fold(kept, |text, (entity, c)| text.replace(entity, c))
}

/// The text of one source line's code.
fn code(page: &str, line: u32) -> String {
    let (_, rest) = page.split_once(&format!("id=L{line}>")).expect("the page has the line");
    let (_, rest) = rest.split_once("<code>").expect("the line has code");
    text(rest.split_once("</code>").expect("the code ends").0)
}

fn line_count(page: &str) -> usize {
    page.matches("id=L").count()
}

/// Puts a text into every field of the facts that holds text.
fn everywhere(hostile: &str) -> Facts {
    let mut facts = Facts::default();
    for (at, level) in [Level::Native, Level::Mixed, Level::Interpreted].into_iter().enumerate() {
        let line = at as u32 + 1;
        let mut function = function(hostile, line, line, level);
        function.reason = Some(hostile.to_owned());
        function.hint = Some(hostile.to_owned());
        function.signatures = vec![hostile.to_owned()];
        facts.functions.push(function);
        for kind in FactKind::ALL {
            facts.lines.push(fact(line, kind, 1, hostile, Some(hostile)));
            facts.lines.push(fact(900 + line, kind, 1, hostile, Some(hostile)));
        }
        facts.rust.push(rust(line, hostile));
        facts.rust.push(facts::instance(line, hostile, "let x = 1;"));
    }
    facts
}

const HOSTILE: &[&str] = &[
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "<!-- <img src=x onerror=alert(1)>",
    "\" onclick=\"alert(1)\" x='",
    "]]></code></summary></details></title><title>",
    "{{ 7 * 7 }} {% include \"page.html\" %}",
    "&lt;b&gt; &amp; &#60;",
    "`</code>` `` ` <b>",
    "\u{202e}evil\u{2066}\u{2069}\u{200b}",
    "\x1b[31mred\x1b[0m\x07\x08\0",
    "caf\u{e9} \u{1f40d} \u{5e9}\u{5dc}\u{5d5}\u{5dd}",
];

#[test]
fn hostile_text_adds_no_markup() {
    let markup = |text: &str| -> Vec<String> {
        let page = body(text, &format!("{text}\n{text}\n{text}\n"), &everywhere(text));
        // These come from what the text is made of: painted words, marks of hidden characters, code in sentences.
        let free = ["b", "/b", "s", "/s", "i", "/i", "mark", "/mark", "code", "/code"];
        let tags = tags(&page).into_iter().filter(|tag| !free.contains(&tag.as_str()));
        // The names of functions, which links lead to, have a test of their own.
        tags.map(|tag| tag.split(" id=\"f-").next().unwrap_or_default().to_owned()).collect()
    };
    let harmless = markup("harmless");
    for hostile in HOSTILE {
        assert_eq!(markup(hostile), harmless, "{hostile:?}");
    }
}

#[test]
fn attributes_hold_no_user_text() {
    let page = body("attribute-text", "attribute-text", &everywhere("attribute-text"));
    let holds = |tag: &&String| tag.contains("attribute-text");
    // But for the names of functions, which links lead to.
    let named: Vec<String> = tags(&page).into_iter().filter(|tag| holds(&tag)).collect();
    assert!(named.iter().all(|tag| tag.contains(" id=\"f-attribute-text")), "{named:?}");
    assert_eq!(named.len(), 3, "one a function");
}

#[test]
fn names_to_link_to_hold_nothing_that_ends_an_attribute() {
    for hostile in HOSTILE {
        let facts = Facts { functions: vec![function(hostile, 1, 1, Level::Native)], ..Facts::default() };
        let page = body("a.py", "x\n", &facts);
        let (_, rest) = page.split_once(" id=\"f-").expect("the function has a name");
        let (name, _) = rest.split_once('"').expect("the name ends");
        assert!(name.chars().all(|c| c.is_alphanumeric() || "_.-".contains(c)), "{name:?}");
    }
}

#[test]
fn every_function_has_a_name_of_its_own() {
    let functions =
        ["f", "f", "f-2", "outer.<locals>.f", "größe"].map(|name| function(name, 1, 2, Level::Native)).to_vec();
    let page = body("a.py", "x\ny\n", &Facts { functions, ..Facts::default() });
    for name in ["f-f", "f-f-2", "f-f-2-2", "f-outer.-locals-.f", "f-größe"] {
        assert_eq!(page.matches(&format!(" id=\"{name}\"")).count(), 1, "{name}");
    }
}

#[test]
fn source_lines_read_as_they_were_written() {
    for hostile in HOSTILE {
        if hostile.chars().any(|c| c.is_control() || ('\u{200b}'..='\u{2069}').contains(&c)) {
            continue; // shown as escapes, which has a test of its own
        }
        let page = html("a.py", &format!("x = 1\n{hostile}\n"), &Facts::default());
        assert_eq!(code(&page, 2), *hostile);
    }
}

#[test]
fn hidden_characters_are_spelled_out_wherever_text_is_shown() {
    let hidden = "\u{202e}|\u{2066}|\u{200b}|\u{2028}|\u{feff}|\u{9b}|\x1b|\x07|\0|\x7f|\u{e0041}|\u{3164}";
    let page = body(hidden, &[hidden; 3].join("\n"), &everywhere(hidden));
    assert!(page.chars().all(|c| c == '\n' || !(c.is_control() || hidden.replace('|', "").contains(c))));
    let spelled = r"\u202e|\u2066|\u200b|\u2028|\ufeff|\x9b|\x1b|\x07|\x00|\x7f|\U000e0041|\u3164";
    assert_eq!(code(&page, 1), spelled);
    let (_, title) = page.split_once("<title>").expect("the page has a title");
    assert!(title.starts_with(spelled), "a title takes no markup");
}

#[test]
fn a_spelled_out_character_differs_from_its_spelling() {
    let show = |source| html("a.py", source, &Facts::default());
    assert_ne!(show("x = \"\u{202e}\"\n"), show("x = \"\\u202e\"\n"));
}

#[test]
fn lines_are_those_of_the_compiler() {
    for (source, lines) in [
        ("", 0),
        ("\n", 1),
        ("a", 1),
        ("a\n", 1),
        ("a\n\n", 2),
        ("a\r\nb\r\n", 2),
        ("a\rb\r", 2),
        ("a\r\rb", 3),
        ("a\x0cb\n", 1),
        ("a\x0b\u{85}\u{2028}b\n", 1),
    ] {
        let page = html("a.py", source, &Facts::default());
        assert_eq!(line_count(&page), lines, "{source:?}");
    }
}

#[test]
fn carriage_returns_end_lines_and_form_feeds_do_not() {
    let page = html("a.py", "one = 1\r\n\x0ctwo = 2\r\nthree = 3", &Facts::default());
    assert_eq!([code(&page, 1), code(&page, 2), code(&page, 3)], ["one = 1", "\\x0ctwo = 2", "three = 3"]);
    assert!(!page.contains('\r'));
}

#[test]
fn empty_modules_say_so() {
    let page = html("empty.py", "", &Facts::default());
    assert!(page.contains("The file is empty."));
    assert!(page.contains("no function in this module"));
    assert!(!page.contains("<table>"));
}

#[test]
fn a_line_is_darker_the_deeper_it_touches_the_interpreter() {
    let shade = |depth| {
        let facts = Facts { lines: vec![fact(1, FactKind::Interpreter, depth, "why", None)], ..Facts::default() };
        let page = html("a.py", "x\n", &facts);
        (1..=6).find(|shade| page.contains(&format!("class=\"l s{shade}\" id=L1"))).expect("it is shaded")
    };
    assert_eq!([0, 1, 2, 3, 4, 5, 6, u32::MAX].map(shade), [1, 2, 3, 4, 5, 6, 6, 6]);
}

#[test]
fn shades_are_also_told_in_text() {
    let facts = Facts { lines: vec![fact(1, FactKind::Conversion, 2, "why", None)], ..Facts::default() };
    let page = html("a.py", "x\n", &facts);
    assert!(page.contains("<b>3</b>") && page.contains("<u class=conversion>conversion</u>"));
}

#[test]
fn only_touches_of_the_interpreter_shade() {
    for kind in FactKind::ALL {
        let facts = Facts { lines: vec![fact(1, kind, 0, "why", None)], ..Facts::default() };
        let page = html("a.py", "x\n", &facts);
        let touches = matches!(kind, FactKind::Interpreter | FactKind::Conversion);
        assert_eq!(page.contains("class=\"l s1\""), touches, "{kind:?}");
    }
}

#[test]
fn every_fact_is_on_the_page_whatever_its_line() {
    for line in [0, 1, 2, 3, u32::MAX] {
        for kind in FactKind::ALL {
            let facts = Facts { lines: vec![fact(line, kind, 0, "the reason", Some("the hint"))], ..Facts::default() };
            let text = text(&body("a.py", "x\ny\n", &facts));
            assert!(text.contains("the reason") && text.contains("the hint"), "{kind:?} at line {line}");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    let mut facts = everywhere("text");
    facts.functions.push(function("beyond", 70, 90, Level::Mixed));
    facts.functions.push(function("backwards", 3, 1, Level::Native));
    facts.functions.push(function("zero", 0, 0, Level::Interpreted));
    let page = body("a.py", "a\nb\nc\n", &facts);
    for target in
        tags(&page).iter().filter_map(|tag| tag.strip_prefix("a href=").or(tag.strip_prefix("a class=\"skip\" href=")))
    {
        let id = target.trim_matches('"').trim_start_matches('#');
        assert!([format!("id={id}>"), format!("id=\"{id}\"")].iter().any(|id| page.contains(id)), "#{id}");
    }
}

#[test]
fn rust_is_shown_once_however_often_it_was_emitted() {
    let facts =
        Facts { rust: vec![rust(1, "f(a);\ng(b);"), rust(1, "h(&c);"), rust(1, "f(a);\ng(b);")], ..Facts::default() };
    let page = body("a.py", "x\n", &facts);
    assert_eq!(page.matches("f(a);\ng(b);").count(), 1);
    assert!(text(&page).contains("f(a);\ng(b); ×2\nh(&c);"), "{}", text(&page));
}

#[test]
fn race_warnings_stand_above_the_source() {
    let facts =
        Facts { lines: vec![fact(2, FactKind::Race, 1, "both add to `total`", Some("sum it"))], ..Facts::default() };
    let page = text(&body("a.py", "a\nb\n", &facts));
    let (above, below) = page.split_once("The shade and the number").expect("there is a legend");
    assert!(above.contains("line 2 both add to total sum it"));
    assert!(below.contains("both add to total"));
}

#[test]
fn nested_functions_have_their_own_level() {
    let facts = Facts {
        functions: vec![function("inner", 2, 3, Level::Native), function("outer", 1, 4, Level::Interpreted)],
        ..Facts::default()
    };
    let page = html("a.py", "1\n2\n3\n4\n5\n", &facts);
    for (line, class) in
        [(1, "l interpreted head"), (2, "l native head"), (3, "l native"), (4, "l interpreted"), (5, "l")]
    {
        assert!(page.contains(&format!("class=\"{class}\" id=L{line}")), "line {line}");
    }
}

#[test]
fn one_change_counts_for_all_its_lines() {
    let hint = Some("annotate `x`");
    let facts = Facts {
        lines: vec![
            fact(1, FactKind::Interpreter, 0, "cheap", Some("leave it")),
            fact(2, FactKind::Interpreter, 1, "warm", hint),
            fact(3, FactKind::Conversion, 2, "hot", hint),
        ],
        ..Facts::default()
    };
    let page = text(&body("a.py", "a\nb\nc\n", &facts));
    let (_, advice) = page.split_once("What to change first").expect("there is advice");
    let first = advice.find("annotate x to make lines 2 to 3 nativehot").expect("the hottest reason and all lines");
    assert!(first < advice.find("leave it to make line 1 nativecheap").expect("the other change"));
}

#[test]
fn strings_over_several_lines_stay_painted() {
    let page = html("a.py", "x = '''a\nif b # c\n''' # d\nif e: f(\"g\\\"h\")\n", &Facts::default());
    assert!(page.contains("<code><s>if b # c</s></code>"));
    assert!(page.contains("<code><s>'''</s> <i># d</i></code>"));
    assert!(page.contains("<b>if</b> e: f(<s>\"g\\\"h\"</s>)"));
}

#[test]
fn the_page_loads_nothing_and_its_policy_names_its_own_assets() {
    use base64::Engine as _;
    use sha2::Digest as _;
    let page = html("a.py", "x\n", &everywhere("text"));
    let (policy, _) =
        page.split_once("Content-Security-Policy\" content=\"").expect("a policy").1.split_once('"').expect("ends");
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"));
    for tag in ["style", "script"] {
        let asset =
            page.split_once(&format!("<{tag}>")).expect("opens").1.split_once(&format!("</{tag}>")).expect("closes").0;
        let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(asset));
        assert!(policy.contains(&format!("{tag}-src 'sha256-{hash}'")), "{tag}");
        assert!(!asset.contains("http") && !asset.contains("url(") && !asset.contains("@import"));
    }
    for tag in tags(&body("a.py", "x\n", &everywhere("text"))) {
        for attribute in [" src=", " style=", " on", "http:", "https:"] {
            assert!(!tag.contains(attribute), "{tag}");
        }
    }
}

#[test]
fn the_same_facts_give_the_same_page() {
    let page = || html("a.py", "a\nb\nc\n", &everywhere("text"));
    assert_eq!(page(), page());
}

#[test]
fn two_thousand_annotated_lines_stay_below_a_megabyte() {
    let line = "            total += weights[i, j] * (values[i - 1, j] + values[i + 1, j])";
    let source = format!("{line}\n").repeat(2000);
    let mut facts = Facts::default();
    for number in 1..=2000 {
        facts.lines.push(fact(
            number,
            FactKind::Interpreter,
            2,
            "`values` is a Python object because `load()` has no known type",
            None,
        ));
        facts.rust.push(rust(number, "total += py.to_f64(&py.mul(&weights, &py.get_item(&values, &i)?)?)?;"));
    }
    let size = html("a.py", &source, &facts).len();
    assert!(size < 1_000_000, "{size} bytes");
}

/// The Rust of a page's only line, its labels among it.
fn emitted(rust: Vec<pyrx_transpiler::facts::RustLine>) -> String {
    let page = body("a.py", "x = 1\n", &Facts { rust, ..Facts::default() });
    let (_, rest) = page.split_once("id=R1>").expect("the line has Rust");
    let (_, rest) = rest.split_once("</a>").expect("the Rust links back");
    text(rest.split_once("<dialog").expect("the Rust ends").0)
}

#[test]
fn rust_of_instances_is_grouped_and_labelled() {
    let shown = emitted(vec![
        facts::instance(1, "(a: float64[::1])", "one();"),
        facts::instance(1, "(a: float64[:])", "two();"),
        facts::instance(1, "(a: float64[::1])", "one();"),
        facts::instance(1, "(a: int)", "two();"),
    ]);
    let places: Vec<usize> = ["(a: float64[::1])", "one(); ×2", "(a: float64[:])", "(a: int)", "two();"]
        .iter()
        .map(|part| shown.find(part).unwrap_or_else(|| panic!("{part} is shown: {shown}")))
        .collect();
    assert!(places.is_sorted(), "{shown}");
    assert_eq!(shown.matches("two();").count(), 1);
}

#[test]
fn instances_that_became_the_same_need_no_labels() {
    let shown = emitted(vec![facts::instance(1, "(a: int)", "f();"), facts::instance(1, "(a: float)", "f();")]);
    assert_eq!(shown.trim(), "f();");
}
