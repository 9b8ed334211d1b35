package guidang.reader.pictures;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A small picture of a pdf's first page.
public final class FirstPage {
    private static final long MEMORY = 48L << 20;

    private FirstPage() {
    }

    /// A JPEG without any metadata; no bytes where there is no page.
    ///
    /// @throws IOException
    ///             where it can't be painted
    public static byte[] jpeg(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), MemoryUsageSetting.setupMixed(MEMORY).streamCache)) {
            if (document.getNumberOfPages() == 0) {
                return new byte[0];
            }
            PDRectangle box = document.getPage(0).getCropBox();
            float longer = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
            PDFRenderer renderer = new PDFRenderer(document);
            // Of large scans only so many pixels are decoded as are painted.
            renderer.setSubsamplingAllowed(true);
            return Small.jpeg(Small.fitted(renderer.renderImage(0, 2 * Small.SIDE / longer, ImageType.RGB)));
        }
    }
}
