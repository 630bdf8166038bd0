// Puts what geolearn asks to the learner's class, and tells what came of it; it judges nothing.
// Usage: Driver FILE. Asked on descriptor 3, answers on descriptor 4: docs/line-protocol.md.

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

final class Driver {
    private static final String FILE = "PNCounter.java";

    private final OutputStream answers;
    private final String word;
    private final Map<Integer, Object> counters = new HashMap<>();
    private Constructor<?> constructor;
    private Method increment, decrement, merge, value;

    private Driver(OutputStream answers, String word) {
        this.answers = answers;
        this.word = word;
    }

    public static void main(String[] arguments) throws Exception {
        InputStream requests = new FileInputStream("/dev/fd/3");
        OutputStream answers = new FileOutputStream("/dev/fd/4");
        StringBuilder first = new StringBuilder();
        for (int c = requests.read(); c != '\n' && c >= 0; c = requests.read()) {
            first.append((char) c);
        }
        String[] words = first.toString().split(" ");
        Driver driver = new Driver(answers, words[1]);
        driver.watch(Thread.currentThread(), (long) (Double.parseDouble(words[2]) * 1000));
        driver.answer("reading");
        driver.flush();
        driver.load(Path.of(arguments[0]));
        driver.converse(requests);
        Runtime.getRuntime().halt(0);
    }

    // Where a program hangs, it is told shortly before the end.
    private void watch(Thread learner, long milliseconds) {
        Thread watch = new Thread(() -> {
            try {
                Thread.sleep(milliseconds);
            } catch (InterruptedException e) {
                return;
            }
            for (StackTraceElement frame : learner.getStackTrace()) {
                if (FILE.equals(frame.getFileName())) {
                    System.err.println("geolearn: line " + frame.getLineNumber() + " in "
                        + frame.getMethodName());
                    return;
                }
            }
        });
        watch.setDaemon(true);
        watch.start();
    }

    // MARK: Compiling

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + FILE), Kind.SOURCE);
            this.text = text;
        }

        @Override public CharSequence getCharContent(boolean ignoresErrors) {
            return text;
        }
    }

    private static final class Compiled extends SimpleJavaFileObject {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Compiled(String name) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        final Map<String, Compiled> classes = new HashMap<>();

        Memory(StandardJavaFileManager manager) {
            super(manager);
        }

        @Override public JavaFileObject getJavaFileForOutput(
            JavaFileManager.Location location, String name, JavaFileObject.Kind kind,
            FileObject sibling) {
            Compiled compiled = new Compiled(name);
            classes.put(name, compiled);
            return compiled;
        }
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, Compiled> classes;

        Loader(Map<String, Compiled> classes) {
            super(ClassLoader.getPlatformClassLoader());
            this.classes = classes;
        }

        @Override protected Class<?> findClass(String name) throws ClassNotFoundException {
            Compiled compiled = classes.get(name);
            if (compiled == null) throw new ClassNotFoundException(name);
            byte[] bytes = compiled.bytes.toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    private Map<String, Compiled> compile(Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) undecided("java has no compiler; install a JDK, not only a JRE");
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        Memory memory = new Memory(
            compiler.getStandardFileManager(messages, Locale.ENGLISH, StandardCharsets.UTF_8));
        List<String> options = List.of("-proc:none", "-g:source,lines", "-Xlint:none");
        Source source = new Source(Files.readString(file));
        boolean works = compiler.getTask(
            Writer.NOWHERE, memory, messages, options, null, List.of(source)).call();
        for (Diagnostic<?> message : messages.getDiagnostics()) {
            if (!works && message.getKind() == Diagnostic.Kind.ERROR) {
                giveUp(FILE + ", line " + message.getLineNumber() + ": "
                    + message.getMessage(Locale.ENGLISH));
            }
        }
        if (!works) undecided("the Java compiler failed");
        return memory.classes;
    }

    private static final class Writer {
        static final java.io.Writer NOWHERE = java.io.Writer.nullWriter();
    }

    // MARK: The class of the learner

    private void load(Path file) throws Exception {
        Map<String, Compiled> classes = compile(file);
        if (!classes.containsKey("PNCounter")) {
            giveUp(FILE + " has no class PNCounter in the default package; it has "
                + String.join(", ", new java.util.TreeSet<>(classes.keySet())));
        }
        try {
            Class<?> counter = Class.forName("PNCounter", true, new Loader(classes));
            find(counter);
        } catch (LinkageError error) {
            Throwable cause = error.getCause() == null ? error : error.getCause();
            giveUp("PNCounter cannot be loaded: " + said(cause));
        }
        answer("ready");
        flush();
    }

    private void find(Class<?> counter) throws IOException {
        if (Modifier.isAbstract(counter.getModifiers())) {
            giveUp("PNCounter is abstract; it must be a class with a constructor");
        }
        try {
            constructor = counter.getDeclaredConstructor();
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            giveUp("PNCounter has no constructor without arguments; add: public PNCounter() {}");
        }
        increment = method(counter, "increment", "String nodeId", String.class);
        decrement = method(counter, "decrement", "String nodeId", String.class);
        merge = method(counter, "merge", "PNCounter other", counter);
        value = method(counter, "value", "");
        Class<?> type = value.getReturnType();
        if (type != long.class && type != int.class && type != Long.class && type != Integer.class) {
            giveUp("PNCounter.value() returns " + type.getSimpleName() + "; it must return long or int");
        }
    }

    private Method method(Class<?> counter, String name, String values, Class<?>... types)
        throws IOException {
        List<String> others = new ArrayList<>();
        for (Method method : counter.getDeclaredMethods()) {
            boolean fits = method.getParameterCount() == types.length && !method.isBridge()
                && (types.length == 0 || method.getParameterTypes()[0].isAssignableFrom(types[0]));
            if (method.getName().equals(name) && fits) {
                method.setAccessible(true);
                return method;
            }
            if (!method.isSynthetic()) others.add(signature(method));
        }
        others.sort(null);
        giveUp("PNCounter has no method " + name + "(" + values + "); it has "
            + (others.isEmpty() ? "no methods" : String.join(", ", others)));
        return null;
    }

    private static String signature(Method method) {
        List<String> types = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) types.add(type.getSimpleName());
        return method.getName() + "(" + String.join(", ", types) + ")";
    }

    // MARK: Requests and answers

    private void converse(InputStream requests) throws IOException {
        byte[] chunk = new byte[65536];
        StringBuilder line = new StringBuilder();
        for (int count = requests.read(chunk); count >= 0; count = requests.read(chunk)) {
            for (int i = 0; i < count; i++) {
                if (chunk[i] != '\n') {
                    line.append((char) chunk[i]);
                } else {
                    answer(safeAnswer(line.toString()));
                    line.setLength(0);
                }
            }
            flush();
        }
    }

    private String safeAnswer(String request) {
        try {
            return answer(request.split(" ", -1));
        } catch (InvocationTargetException error) {
            return "threw " + shortened(said(error.getCause()));
        } catch (Throwable error) {
            return "threw " + shortened(said(error));
        }
    }

    private String answer(String[] request) throws Exception {
        int number = Integer.parseInt(request[1]);
        switch (request[0]) {
            case "new": counters.put(number, constructor.newInstance()); return "ok";
            case "value": return shown(value.invoke(counters.get(number)));
            case "merge":
                merge.invoke(counters.get(number), counters.get(Integer.parseInt(request[2])));
                return "ok";
            default:
                Method method = request[0].equals("inc") ? increment : decrement;
                String node = decoded(request[3]);
                Object counter = counters.get(number);
                int count = Integer.parseInt(request[2]);
                for (int i = 0; i < count; i++) method.invoke(counter, node);
                return "ok";
        }
    }

    private static String shown(Object value) {
        if (value instanceof Long || value instanceof Integer) return "value " + value;
        return "other null";
    }

    private static String decoded(String node) {
        if (node.indexOf('%') < 0) return node;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < node.length(); i++) {
            if (node.charAt(i) == '%') {
                bytes.write(Integer.parseInt(node.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(node.charAt(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String said(Throwable error) {
        String place = "";
        try {
            for (StackTraceElement frame : error.getStackTrace()) {
                if (place.isEmpty() && FILE.equals(frame.getFileName())) {
                    place = " (line " + frame.getLineNumber() + ")";
                }
            }
            String message = error.getMessage();
            String kind = error.getClass().getSimpleName();
            return (message == null ? kind : kind + ": " + message) + place;
        } catch (Throwable other) {
            return "an error that cannot be shown";
        }
    }

    private static String shortened(String text) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), 300); i++) {
            kept.append(Character.isISOControl(text.charAt(i)) ? ' ' : text.charAt(i));
        }
        return text.length() > 300 ? kept + "..." : kept.toString();
    }

    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    private void answer(String text) throws IOException {
        waiting.write((word + " " + text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void flush() throws IOException {
        waiting.writeTo(answers);
        waiting.reset();
    }

    private void giveUp(String reason) throws IOException {
        end("fault ", reason);
    }

    private void undecided(String reason) throws IOException {
        end("undecided ", reason);
    }

    private void end(String kind, String reason) throws IOException {
        answer(kind + shortened(reason));
        flush();
        Runtime.getRuntime().halt(0);
    }
}
