import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.security.*;
import java.security.cert.*;
import javax.net.ssl.*;

/**
 * Java's TLS with nothing disabled. usage:
 *   Peer list                                        the suites
 *   Peer server FOLDER [ask] CERTIFICATE...          says "port N"; FOLDER has roots.pem and CERTIFICATE.p12
 *   Peer client PORT FOLDER CERTIFICATE SUITE...     connects with each suite; CERTIFICATE may be -
 */
public class Peer {
    static final int MILLISECONDS = 20000;
    static final char[] PASSWORD = "password".toCharArray();

    static SSLContext context(String folder, String... certificates) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12"), roots = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        roots.load(null, null);
        for (String name : certificates) {
            KeyStore one = KeyStore.getInstance("PKCS12");
            try (InputStream in = new FileInputStream(folder + "/" + name + ".p12")) {
                one.load(in, PASSWORD);
            }
            String alias = one.aliases().nextElement();
            keys.setKeyEntry(name, one.getKey(alias, PASSWORD), PASSWORD, one.getCertificateChain(alias));
        }
        try (InputStream in = new FileInputStream(folder + "/roots.pem")) {
            for (java.security.cert.Certificate c : CertificateFactory.getInstance("X.509").generateCertificates(in))
                roots.setCertificateEntry("root" + roots.size(), c);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance("SunX509");
        managers.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLSv1.2");
        context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    static void serve(SSLContext context, boolean asks) throws Exception {
        SSLServerSocket listener =
            (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 16, InetAddress.getLoopbackAddress());
        listener.setEnabledCipherSuites(context.getSupportedSSLParameters().getCipherSuites());
        listener.setEnabledProtocols(new String[] {"TLSv1.2"});
        listener.setNeedClientAuth(asks);
        System.out.println("port " + listener.getLocalPort());
        for (;;) {
            try (SSLSocket socket = (SSLSocket) listener.accept()) {
                socket.setSoTimeout(MILLISECONDS);
                socket.startHandshake();
                socket.getInputStream().read(new byte[2048]);
                String text = "suite " + socket.getSession().getCipherSuite() + "\n";
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                System.err.println(e);
            }
        }
    }

    static void connect(SSLContext context, int port, String suite) {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(MILLISECONDS);
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {suite});
            socket.startHandshake();
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String page = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String name = suite.replaceFirst("^SSL_", "TLS_"); // as it is in IANA's registry
            System.out.println(suite + (page.contains("<dd>" + name + "\n") ? " complete" : " another page"));
        } catch (Exception e) {
            System.out.println(suite + " " + e);
        }
    }

    public static void main(String[] a) throws Exception {
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        Security.setProperty("jdk.tls.legacyAlgorithms", "");
        Security.setProperty("jdk.certpath.disabledAlgorithms", "");
        if (a[0].equals("list")) {
            for (String suite : SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites()) System.out.println(suite);
        } else if (a[0].equals("server")) {
            boolean asks = a[2].equals("ask");
            serve(context(a[1], java.util.Arrays.copyOfRange(a, asks ? 3 : 2, a.length)), asks);
        } else {
            SSLContext context = a[3].equals("-") ? context(a[2]) : context(a[2], a[3]);
            for (int i = 4; i < a.length; i++) connect(context, Integer.parseInt(a[1]), a[i]);
        }
    }
}
