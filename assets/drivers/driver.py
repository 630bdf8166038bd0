# Puts what geolearn asks to the learner's class, and tells what came of it; it judges nothing.
# Usage: driver.py FILE. Asked on descriptor 3, answers on descriptor 4: docs/line-protocol.md.
import faulthandler, os, sys, types


def main(path):
    # Whatever the learner's file changes, these names stay what they are.
    read, write, exit = os.read, os.write, os._exit
    whole, truth, text, kind, is_a, member = int, bool, str, type, isinstance, getattr
    anything, table, listing, show, number_of = BaseException, dict, list, repr, len
    can_call, numbers = callable, range
    name = path.rpartition("/")[2]
    least, most = -(1 << 63), (1 << 63) - 1
    word = None

    def lines():
        rest = b""
        while True:
            chunk = read(3, 65536)
            if not chunk:
                return
            parts = (rest + chunk).split(b"\n")
            rest = parts.pop()
            yield parts

    def send(answers):
        data = b"".join([b"%s %s\n" % (word, answer) for answer in answers])
        while data:
            data = data[write(4, data):]

    def shortened(words):
        # Control characters and line breaks would end the answer.
        words = "".join([c if c.isprintable() else " " for c in words[:400]])
        words = words if number_of(words) <= 200 else words[:200] + "..."
        return words.encode("utf-8", "replace")

    def give_up(words):
        send([b"fault " + shortened(words)])
        exit(0)

    def place(error):
        line, trace = None, error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == name:
                line = trace.tb_lineno
            trace = trace.tb_next
        return "" if line is None else " (line %d)" % line

    def said(error):
        words = kind(error).__name__
        try:
            message = text(error)
        except anything:
            message = ""
        return words + (": " + message if message else "")

    def decoded(node):
        if b"%" not in node:
            return node.decode()
        first, *others = node.split(b"%")
        return (first + b"".join([bytes((whole(p[:2], 16),)) + p[2:] for p in others])).decode()

    def loaded():
        try:
            with open(path, "rb") as file:
                code = compile(file.read(), name, "exec", dont_inherit=True)
        except SyntaxError as error:
            line = (error.text or "").strip()
            give_up("in %s, line %s: %s%s" % (
                name, error.lineno, error.msg, ": " + line if line else ""))
        except anything as error:
            give_up("the file %s cannot be read: %s" % (name, said(error)))
        module = types.ModuleType(name.rpartition(".")[0])
        module.__file__ = path
        sys.modules[module.__name__] = module
        try:
            exec(code, module.__dict__)
        except SystemExit as error:
            give_up("the file %s ends the program while it is imported%s; put what should only run as a "
                    "program under: if __name__ == \"__main__\":" % (name, place(error)))
        except anything as error:
            give_up("the file %s cannot be imported: %s%s" % (name, said(error), place(error)))
        return module.__dict__

    def names(these):
        these = [n for n in these if not n.startswith("_")]
        return ", ".join(these[:6])

    def found(members):
        counter = members.get("PNCounter")
        if is_a(counter, kind):
            return counter
        others = names([n for n, v in members.items()
                        if is_a(v, kind) and v.__module__ == name.rpartition(".")[0]])
        give_up("the file %s has no class PNCounter; %s" % (
            name, "it has " + others if others else "write: class PNCounter:"))

    def require_methods(counter):
        for method, values in (("__init__", []), ("increment", ["node_id"]),
                               ("decrement", ["node_id"]), ("merge", ["other"]), ("value", [])):
            function = member(counter, method, None)
            if not can_call(function):
                others = names([n for n in dir(counter) if can_call(member(counter, n, None))])
                what = "its value() is no method" if function is not None else (
                    "has no method %s(%s)" % (method, ", ".join(values)))
                give_up("PNCounter %s; %s" % (
                    what, "it has " + others if others else "it has no methods"))
            if is_a(function, types.FunctionType):
                require_values(counter, method, function, values)

    def require_values(counter, method, function, values):
        code = function.__code__
        taken = code.co_varnames[:code.co_argcount]
        needed = number_of(taken) - number_of(function.__defaults__ or ())
        given = number_of(values) + (0 if is_a(counter.__dict__.get(method), staticmethod) else 1)
        takes_more = code.co_flags & 4
        missing = [n for n in code.co_varnames[code.co_argcount:][:code.co_kwonlyargcount]
                   if n not in (function.__kwdefaults__ or {})]
        if needed > given or missing or (number_of(taken) < given and not takes_more):
            give_up("PNCounter.%s takes (%s); it must take (%s)" % (
                method, ", ".join(taken + tuple(missing)), ", ".join(["self"] + values)))

    def value_of(value):
        if is_a(value, whole) and not is_a(value, truth):
            value = whole.__add__(value, 0)
            if least <= value <= most:
                return b"value %d" % value
            return b"other a number beyond 64 bits"
        return b"other " + shortened("%s, of type %s" % (show(value), kind(value).__name__))

    def answer(request):
        command, first, *others = request.split(b" ")
        number = whole(first)
        if command == b"new":
            counters[number] = counter_class()
        elif command == b"value":
            return value_of(counters[number].value())
        elif command == b"merge":
            counters[number].merge(counters[whole(others[0])])
        else:
            call = member(counters[number], "increment" if command == b"inc" else "decrement")
            node = decoded(others[1])
            for _ in numbers(whole(others[0])):
                call(node)
        return b"ok"

    def safe_answer(request):
        try:
            return answer(request)
        except anything as error:
            try:
                return b"threw " + shortened(said(error) + place(error))
            except anything:
                return b"threw an error that cannot be shown"

    counters, counter_class = table(), None
    for requests in lines():
        answers = listing()
        for request in requests:
            if word is None:
                _, word, seconds = request.split(b" ")
                send([b"reading"])
                faulthandler.dump_traceback_later(float(seconds), file=2)
                counter_class = found(loaded())
                require_methods(counter_class)
                answers.append(b"ready")
            else:
                answers.append(safe_answer(request))
        send(answers)
    exit(0)


main(sys.argv[1])
